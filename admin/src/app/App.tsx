import { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Admin } from 'react-admin';
import { currentLocale, subscribeToLocale } from '../i18n/locale.ts';
import { i18nProvider } from '../i18n/provider.ts';
import { ErrorPage } from '../layout/ErrorPage.tsx';
import { Layout } from '../layout/Layout.tsx';
import { LoginPage } from '../layout/LoginPage.tsx';
import { authProvider } from '../providers/auth.ts';
import { dataProvider } from '../providers/data.ts';
import { createStore } from '../providers/store.ts';
import { resources } from '../resources/resources.tsx';
import { themeFor } from '../theme/theme.ts';
import { page } from './page.ts';
import { retryUnlessRefused } from './retry.ts';

// No part of the first page.
const DeniedPage = page(() => import('../layout/DeniedPage.tsx'), 'DeniedPage');
const NotFoundPage = page(() => import('../layout/NotFoundPage.tsx'), 'NotFoundPage');

const queryClient = new QueryClient({
  defaultOptions: {
    // Without this a page opened with the network down would spin for ever instead of saying so.
    queries: { networkMode: 'offlineFirst', retry: retryUnlessRefused, refetchOnWindowFocus: false },
    mutations: { networkMode: 'offlineFirst', retry: false },
  },
});

const store = createStore();

export function App() {
  const locale = useSyncExternalStore(subscribeToLocale, currentLocale);
  return (
    <Admin
      disableTelemetry
      requireAuth
      title=""
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={themeFor(locale)}
      layout={Layout}
      loginPage={LoginPage}
      accessDenied={DeniedPage}
      catchAll={NotFoundPage}
      error={ErrorPage}
    >
      {resources}
    </Admin>
  );
}
