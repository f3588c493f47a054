import AccountCircle from '@mui/icons-material/AccountCircle';
import Password from '@mui/icons-material/Password';
import Security from '@mui/icons-material/SecurityOutlined';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { forwardRef } from 'react';
import { Logout, UserMenu as RaUserMenu, useGetIdentity, useTranslate, useUserMenu } from 'react-admin';
import { Link } from 'react-router-dom';

// The menu hands its items a ref and moves the focus with it.
const ChangePassword = forwardRef<HTMLAnchorElement>(function ChangePassword(props, ref) {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to="/password" ref={ref} onClick={() => menu?.onClose()} {...props}>
      <ListItemIcon sx={{ minWidth: 5 }}>
        <Password fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('resources.session.change.title')}</ListItemText>
    </MenuItem>
  );
});

const AccountSecurity = forwardRef<HTMLAnchorElement>(function AccountSecurity(props, ref) {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to="/security" ref={ref} onClick={() => menu?.onClose()} {...props}>
      <ListItemIcon sx={{ minWidth: 5 }}>
        <Security fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('resources.session.secondFactor.title')}</ListItemText>
    </MenuItem>
  );
});

export function UserMenu() {
  const { identity } = useGetIdentity();
  return (
    <RaUserMenu icon={<AccountCircle />} label={identity?.fullName ?? 'ra.auth.user_menu'}>
      <ChangePassword />
      <AccountSecurity />
      <Logout />
    </RaUserMenu>
  );
}
