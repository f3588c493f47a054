import { Box, List, Typography } from '@mui/material';
import { useCanAccessResources, useResourceDefinitions, useSidebarState, useTranslate } from 'react-admin';
import { MenuLink } from './MenuLink.tsx';
import { MENU_GROUPS } from './navigation.ts';

const ALL = MENU_GROUPS.flatMap((group) => group.resources);

/** A plain navigation list and not a `menu` role: links are what they are, and screen readers can list them. */
export function Menu() {
  const translate = useTranslate();
  const [open] = useSidebarState();
  const definitions = useResourceDefinitions();
  const built = ALL.filter((name) => definitions[name]?.hasList);
  const { canAccess } = useCanAccessResources({ action: 'list', resources: built });
  const groups = MENU_GROUPS.map(({ key, resources }) => ({
    key,
    resources: resources.filter((name) => built.includes(name) && canAccess?.[name]),
  })).filter((group) => group.resources.length > 0);

  return (
    <Box component="nav" aria-label={translate('bangfu.menu.label')} sx={{ pt: 1, width: open ? 200 : 56 }}>
      {groups.map(({ key, resources }) => (
        <Box key={key} sx={{ mb: 1 }}>
          {open && (
            <Typography variant="overline" component="p" sx={{ px: 2, color: 'text.secondary' }}>
              {translate(`bangfu.menu.${key}`)}
            </Typography>
          )}
          <List disablePadding dense aria-label={translate(`bangfu.menu.${key}`)}>
            {resources.map((name) => (
              <MenuLink key={name} name={name} icon={definitions[name]?.icon} />
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
}
