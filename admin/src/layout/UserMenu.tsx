import AccountCircle from '@mui/icons-material/AccountCircle';
import Password from '@mui/icons-material/Password';
import PowerSettingsNew from '@mui/icons-material/PowerSettingsNew';
import Security from '@mui/icons-material/SecurityOutlined';
import { ListItemIcon, ListItemText, MenuItem, type Theme, useMediaQuery } from '@mui/material';
import { forwardRef, type ReactNode, useState } from 'react';
import { UserMenu as RaUserMenu, useGetIdentity, useLogout, useTranslate, useUserMenu } from 'react-admin';
import { Link } from 'react-router-dom';
import { hasDrafts } from '../shared/draft/draft-keys.ts';

interface PageItemProps {
  to: string;
  icon: ReactNode;
  text: string;
}

// The menu passes its items a ref and moves the focus with it.
const PageItem = forwardRef<HTMLAnchorElement, PageItemProps>(function PageItem(
  { icon, text, ...rest },
  ref,
) {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} ref={ref} onClick={() => menu?.onClose()} {...rest}>
      <ListItemIcon sx={{ minWidth: 5 }}>{icon}</ListItemIcon>
      <ListItemText>{translate(text)}</ListItemText>
    </MenuItem>
  );
});

/** Signing out clears the drafts of this tab: a user who has some is warned and must choose it again. */
const SignOut = forwardRef<HTMLLIElement>(function SignOut(props, ref) {
  const translate = useTranslate();
  const logout = useLogout();
  const [isConfirming, setConfirming] = useState(false);
  const choose = () => {
    if (!isConfirming && hasDrafts()) setConfirming(true);
    else void logout();
  };
  return (
    <MenuItem ref={ref} {...props} onClick={choose}>
      <ListItemIcon sx={{ minWidth: 5 }}>
        <PowerSettingsNew fontSize="small" />
      </ListItemIcon>
      <ListItemText
        primary={translate(isConfirming ? 'bangfu.draft.signOutAnyway' : 'ra.auth.logout')}
        secondary={isConfirming && translate('bangfu.draft.signOut')}
      />
    </MenuItem>
  );
});

export function UserMenu() {
  const { identity } = useGetIdentity();
  // The icon alone needs an accessible name; react-admin has none for a user's name.
  const isIcon = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const label = (!isIcon && identity?.fullName) || 'ra.auth.user_menu';
  return (
    <RaUserMenu icon={<AccountCircle />} label={label}>
      <PageItem to="/password" icon={<Password fontSize="small" />} text="resources.session.change.title" />
      <PageItem
        to="/security"
        icon={<Security fontSize="small" />}
        text="resources.session.secondFactor.title"
      />
      <SignOut />
    </RaUserMenu>
  );
}
