import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Layout as RaLayout, useGetIdentity, useLogout } from 'react-admin';
import { onSessionEnd } from '../api/session-end.ts';
import { keepAddress } from '../providers/account/session.ts';
import { ResultHost } from '../shared/verb/ResultHost.tsx';
import { AppBar } from './AppBar.tsx';
import { Menu } from './Menu.tsx';
import { ErrorPage } from './messages/ErrorPage.tsx';
import { OutdatedNotice } from './messages/OutdatedNotice.tsx';

// react-admin lets a wide table widen the whole page; here the table scrolls in its own box.
const sx = {
  minWidth: 0,
  '& .RaShow-card, & .RaEdit-card, & .RaCreate-card': { minWidth: 0 },
  '& .show-page > .MuiToolbar-root, & .edit-page > .MuiToolbar-root': { backgroundColor: 'transparent' },
  '& .RaLayout-content': { minWidth: 0, px: { xs: 1, md: 2 }, pb: 3 },
};

// Few users need these pages, and only once, so they are not part of the first load.
const ForcedPasswordPage = lazy(async () => ({
  default: (await import('../resources/session/ForcedPasswordPage.tsx')).ForcedPasswordPage,
}));
const ForcedEnrolmentPage = lazy(async () => ({
  default: (await import('../resources/session/second-factor/ForcedEnrolmentPage.tsx')).ForcedEnrolmentPage,
}));

function useLeaveAtSessionEnd() {
  const logout = useLogout();
  useEffect(
    () =>
      onSessionEnd(() => {
        keepAddress();
        void logout();
      }),
    [logout],
  );
}

export function Layout({ children }: { children: ReactNode }) {
  useLeaveAtSessionEnd();
  const { identity, isPending } = useGetIdentity();
  if (identity?.mustChangePassword || identity?.mustEnrolSecondFactor) {
    return (
      <Suspense fallback={null}>
        {identity.mustChangePassword ? <ForcedPasswordPage /> : <ForcedEnrolmentPage />}
      </Suspense>
    );
  }
  return (
    <RaLayout appBarAlwaysOn appBar={AppBar} menu={Menu} error={ErrorPage} sx={sx}>
      <OutdatedNotice />
      <ResultHost />
      {/* Not before it is known who looks: a page asks for its right at once. */}
      {!isPending && children}
    </RaLayout>
  );
}
