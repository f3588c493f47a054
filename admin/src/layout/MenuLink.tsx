import ViewList from '@mui/icons-material/ViewList';
import {
  ListItem,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  type Theme,
  Tooltip,
  useMediaQuery,
} from '@mui/material';
import type { ComponentType } from 'react';
import { type Store, useGetResourceLabel, useSidebarState, useStoreContext } from 'react-admin';
import { NavLink } from 'react-router-dom';

const look = {
  minHeight: 40,
  px: 2,
  borderLeft: '3px solid transparent',
  color: 'text.primary',
  '&.active': {
    borderLeftColor: 'primary.main',
    bgcolor: 'primary.light',
    color: 'primary.dark',
    '& .MuiListItemIcon-root': { color: 'primary.dark' },
    '& .MuiListItemText-primary': { fontWeight: 600 },
  },
};

/** The menu opens whole lists, without filters left from a link or an earlier visit. */
function forgetFilters(store: Store, resource: string): void {
  for (const key of Object.keys(store.listItems?.(`${resource}.`) ?? {}))
    if (key.endsWith('.listParams')) store.removeItem(key);
}

interface MenuLinkProps {
  name: string;
  icon?: ComponentType;
}

export function MenuLink({ name, icon: Icon = ViewList }: MenuLinkProps) {
  const [open, setOpen] = useSidebarState();
  const isDrawer = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const labelOf = useGetResourceLabel();
  const store = useStoreContext();
  const follow = () => {
    forgetFilters(store, name);
    if (isDrawer) setOpen(false);
  };
  const label = labelOf(name, 2);
  return (
    <ListItem disablePadding>
      <Tooltip title={open ? '' : label} placement="right">
        <ListItemButton component={NavLink} to={`/${name}`} aria-label={label} sx={look} onClick={follow}>
          <ListItemIcon sx={{ minWidth: 36 }}>
            <Icon />
          </ListItemIcon>
          {open && <ListItemText primary={label} />}
        </ListItemButton>
      </Tooltip>
    </ListItem>
  );
}
