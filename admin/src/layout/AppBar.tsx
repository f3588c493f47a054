import { Box, Typography } from '@mui/material';
import { LoadingIndicator, AppBar as RaAppBar, TitlePortal, useGetIdentity, useTranslate } from 'react-admin';
import type { Me } from '../providers/account/session.ts';
import { LocaleSwitch } from './LocaleSwitch.tsx';
import { UserMenu } from './UserMenu.tsx';

const toolbar = (
  <>
    <LocaleSwitch />
    <LoadingIndicator />
  </>
);

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

// On a phone the division stands above the title: side by side both would be cut off, especially in English.
const heading = {
  display: 'flex',
  flex: 1,
  minWidth: 0,
  flexDirection: { xs: 'column', sm: 'row' },
  alignItems: { xs: 'stretch', sm: 'center' },
  justifyContent: 'center',
} as const;

const place = {
  ...ellipsis,
  mr: { xs: 0, sm: 2 },
  flexShrink: 0,
  fontSize: { xs: '0.75rem', sm: '1.0625rem' },
  lineHeight: { xs: 1.3, sm: 1.6 },
  opacity: { xs: 0.85, sm: 1 },
} as const;

const title = {
  ...ellipsis,
  pl: { xs: 0, sm: 2 },
  flex: { xs: 'none', sm: 1 },
  fontSize: { xs: '1rem', sm: '1.25rem' },
  lineHeight: { xs: 1.3, sm: 1.6 },
  borderLeft: { xs: 0, sm: '1px solid rgba(255,255,255,.35)' },
  // Only inline text ends in an ellipsis; a block is just cut off.
  '& .RaConfigurable-root': { display: 'inline' },
} as const;

/** The widest division of the user's grants; a village without the words for its committee. */
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
      <Box sx={heading}>
        <Typography component="span" variant="h6" sx={place}>
          {workplace(identity?.grants) ?? translate('bangfu.app.allCounties')}
          <Box
            component="span"
            sx={{ display: { xs: 'none', md: 'inline' }, fontWeight: 400, ml: 1, opacity: 0.85 }}
          >
            {translate('bangfu.app.title')}
          </Box>
        </Typography>
        <TitlePortal sx={title} />
      </Box>
    </RaAppBar>
  );
}
