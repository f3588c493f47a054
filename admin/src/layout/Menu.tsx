import { Box, List, Typography } from '@mui/material';
import { useCanAccessResources, useSidebarState, useTranslate } from 'react-admin';
import { type ConsoleResource, menuGroups } from '../shared/resource/console-resource.ts';
import { useConsoleResources } from '../shared/resource/useConsoleResources.ts';
import { MenuLink } from './MenuLink.tsx';

const isOf =
  (group: string) =>
  ({ menu }: ConsoleResource) =>
    menu?.group === group;

/** A plain navigation list instead of the `menu` role, so that screen readers can list the links. */
export function Menu() {
  const translate = useTranslate();
  const [open] = useSidebarState();
  const entries = useConsoleResources().filter(({ menu }) => menu);
  const names = entries.map(({ name }) => name);
  const { canAccess } = useCanAccessResources({ action: 'list', resources: names });
  const allowed = entries.filter(({ name }) => canAccess?.[name]);
  const groups = menuGroups
    .map((key) => ({ key, entries: allowed.filter(isOf(key)) }))
    .filter((group) => group.entries.length > 0);

  return (
    <Box component="nav" aria-label={translate('bangfu.menu.label')} sx={{ pt: 1, width: open ? 200 : 56 }}>
      {groups.map(({ key, entries }) => (
        <Box key={key} sx={{ mb: 1 }}>
          {open && (
            <Typography variant="overline" component="p" sx={{ px: 2, color: 'text.secondary' }}>
              {translate(`bangfu.menu.${key}`)}
            </Typography>
          )}
          <List disablePadding dense aria-label={translate(`bangfu.menu.${key}`)}>
            {entries.map(({ name, menu }) => (
              <MenuLink key={name} name={name} icon={menu?.icon} />
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
}
