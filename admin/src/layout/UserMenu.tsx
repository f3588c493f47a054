import AccountCircle from '@mui/icons-material/AccountCircle';
import Password from '@mui/icons-material/Password';
import Security from '@mui/icons-material/SecurityOutlined';
import { ListItemIcon, ListItemText, MenuItem, type Theme, useMediaQuery } from '@mui/material';
import { forwardRef, useState } from 'react';
import {
  Confirm,
  UserMenu as RaUserMenu,
  useGetIdentity,
  useLogout,
  useTranslate,
  useUserMenu,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { hasDrafts } from '../shared/draft/drafts.ts';
import { SignOut } from './SignOut.tsx';

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
  const logout = useLogout();
  const [isAsking, setAsking] = useState(false);
  // The icon alone is named by words of the language; react-admin knows none for a person's name.
  const isIcon = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const signOut = () => {
    setAsking(false);
    void logout();
  };
  return (
    <>
      <RaUserMenu
        icon={<AccountCircle />}
        label={isIcon || !identity?.fullName ? 'ra.auth.user_menu' : identity.fullName}
      >
        <ChangePassword />
        <AccountSecurity />
        <SignOut onSignOut={() => (hasDrafts() ? setAsking(true) : signOut())} />
      </RaUserMenu>
      {/* Signing out clears the drafts of this tab, so whoever has some is asked. */}
      <Confirm
        isOpen={isAsking}
        title="ra.auth.logout"
        content="bangfu.draft.signOut"
        confirm="bangfu.draft.signOutAnyway"
        onConfirm={signOut}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
