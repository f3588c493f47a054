import { Box, Typography } from '@mui/material';
import {
  Menu as RaMenu,
  useCanAccessResources,
  useResourceDefinitions,
  useSidebarState,
  useTranslate,
} from 'react-admin';
import { MENU_GROUPS } from './navigation.ts';

const ALL = MENU_GROUPS.flatMap((group) => group.resources);

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
    <RaMenu component="nav" aria-label={translate('bangfu.menu.label')} sx={{ marginTop: 1 }}>
      {groups.map(({ key, resources }) => (
        <Box key={key} sx={{ mb: 1 }}>
          {open && (
            <Typography variant="overline" component="p" sx={{ px: 2, color: 'text.secondary' }}>
              {translate(`bangfu.menu.${key}`)}
            </Typography>
          )}
          {resources.map((name) => (
            <RaMenu.ResourceItem key={name} name={name} />
          ))}
        </Box>
      ))}
    </RaMenu>
  );
}
