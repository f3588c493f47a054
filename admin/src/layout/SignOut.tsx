import PowerSettingsNew from '@mui/icons-material/PowerSettingsNew';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { forwardRef } from 'react';
import { useTranslate, useUserMenu } from 'react-admin';

interface SignOutProps {
  onSignOut: () => void;
}

// The menu hands its items a ref and moves the focus with it.
export const SignOut = forwardRef<HTMLLIElement, SignOutProps>(function SignOut({ onSignOut, ...rest }, ref) {
  const translate = useTranslate();
  const menu = useUserMenu();
  const choose = () => {
    menu?.onClose();
    onSignOut();
  };
  return (
    <MenuItem ref={ref} {...rest} onClick={choose}>
      <ListItemIcon sx={{ minWidth: 5 }}>
        <PowerSettingsNew fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('ra.auth.logout')}</ListItemText>
    </MenuItem>
  );
});
