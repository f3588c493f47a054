import AccountCircle from '@mui/icons-material/AccountCircle';
import { Logout, UserMenu as RaUserMenu } from 'react-admin';

export function UserMenu() {
  return (
    <RaUserMenu icon={<AccountCircle />}>
      <Logout />
    </RaUserMenu>
  );
}
