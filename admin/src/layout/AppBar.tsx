import { Box, Typography } from '@mui/material';
import { LoadingIndicator, AppBar as RaAppBar, TitlePortal, useGetIdentity, useTranslate } from 'react-admin';
import type { Me } from '../providers/session.ts';
import { LocaleSwitch } from './LocaleSwitch.tsx';
import { UserMenu } from './UserMenu.tsx';

const toolbar = (
  <>
    <LocaleSwitch />
    <LoadingIndicator />
  </>
);

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const title = {
  ...ellipsis,
  pl: 2,
  // On a phone the place stands beside it, and what is left is too narrow for most English titles in one line.
  display: { xs: '-webkit-box', sm: 'block' },
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  whiteSpace: { xs: 'normal', sm: 'nowrap' },
  fontSize: { xs: '0.95rem', sm: '1.25rem' },
  lineHeight: { xs: 1.2, sm: 1.6 },
  borderLeft: '1px solid rgba(255,255,255,.35)',
  // Only text in the line itself ends in an ellipsis; a block in it is cut off.
  '& .RaConfigurable-root': { display: 'inline' },
} as const;

/** The place the user works for: the widest division of the grants; a village without the words for its committee. */
function workplace(grants: Me['grants'] | undefined): string | undefined {
  const divisions = (grants ?? []).map((grant) => grant.division).filter((division) => division !== null);
  return divisions
    .sort((a, b) => a.code.length - b.code.length)[0]
    ?.path.split(' ')
    .at(-1);
}

export function AppBar() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  return (
    <RaAppBar alwaysOn color="secondary" toolbar={toolbar} userMenu={<UserMenu />}>
      <Typography
        component="span"
        variant="h6"
        sx={{ ...ellipsis, mr: 2, flexShrink: 0, maxWidth: { xs: '24%', sm: 'none' } }}
      >
        {workplace(identity?.grants) ?? translate('bangfu.app.allCounties')}
        <Box
          component="span"
          sx={{ display: { xs: 'none', md: 'inline' }, fontWeight: 400, ml: 1, opacity: 0.85 }}
        >
          {translate('bangfu.app.title')}
        </Box>
      </Typography>
      <TitlePortal sx={title} />
    </RaAppBar>
  );
}
