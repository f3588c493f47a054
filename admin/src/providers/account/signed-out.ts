import { useLogoutIfAccessDenied } from 'react-admin';
import { errorCode } from '../../api/errors.ts';

/** For mutations outside the data provider: an expired session leads to the login page from there too. */
export function useCloseIfSignedOut(): (error: unknown) => Promise<boolean> {
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return async (error) => errorCode(error) === 'UNAUTHENTICATED' && logoutIfAccessDenied(error);
}
