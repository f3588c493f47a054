import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import { CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { page } from '../app/page.ts';

const ChangePassword = page(() => import('./session/ChangePasswordPage.tsx'), 'ChangePasswordPage');
const ResetPassword = page(() => import('./session/ResetPasswordPage.tsx'), 'ResetPasswordPage');

/** One entry a resource; pages come as their own chunks. */
export const resources = (
  <>
    <Resource
      name="households"
      icon={HomeOutlined}
      list={page(() => import('./households/HouseholdList.tsx'), 'HouseholdList')}
      show={page(() => import('./households/HouseholdShow.tsx'), 'HouseholdShow')}
      create={page(() => import('./households/HouseholdCreate.tsx'), 'HouseholdCreate')}
      edit={page(() => import('./households/HouseholdEdit.tsx'), 'HouseholdEdit')}
      recordRepresentation="headName"
    />
    <Resource
      name="users"
      icon={ManageAccountsOutlined}
      list={page(() => import('./users/UserList.tsx'), 'UserList')}
      show={page(() => import('./users/UserShow.tsx'), 'UserShow')}
      create={page(() => import('./users/UserCreate.tsx'), 'UserCreate')}
      edit={page(() => import('./users/UserEdit.tsx'), 'UserEdit')}
      recordRepresentation="displayName"
    />
    <Resource
      name="tokens"
      icon={KeyOutlined}
      list={page(() => import('./tokens/TokenList.tsx'), 'TokenList')}
      create={page(() => import('./tokens/TokenCreate.tsx'), 'TokenCreate')}
      recordRepresentation="name"
    />
    <Resource
      name="audit"
      icon={FactCheckOutlined}
      list={page(() => import('./audit/AuditList.tsx'), 'AuditList')}
    />
    <CustomRoutes>
      <Route path="/password" element={<ChangePassword />} />
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path="/reset/:token" element={<ResetPassword />} />
    </CustomRoutes>
  </>
);
