import AccountCircle from '@mui/icons-material/AccountCircle';
import { Logout, UserMenu as RaUserMenu, useGetIdentity } from 'react-admin';

export function UserMenu() {
  const { identity } = useGetIdentity();
  return (
    <RaUserMenu icon={<AccountCircle />} label={identity?.fullName ?? 'ra.auth.user_menu'}>
      <Logout />
    </RaUserMenu>
  );
}
