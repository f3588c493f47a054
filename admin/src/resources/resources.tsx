import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import CodeOutlined from '@mui/icons-material/CodeOutlined';
import DashboardOutlined from '@mui/icons-material/DashboardOutlined';
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import MapOutlined from '@mui/icons-material/MapOutlined';
import PhonelinkLockOutlined from '@mui/icons-material/PhonelinkLockOutlined';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import TuneOutlined from '@mui/icons-material/TuneOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import WebhookOutlined from '@mui/icons-material/WebhookOutlined';
import { CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { formPage, page } from '../app/page.ts';

const ChangePassword = page(() => import('./session/ChangePasswordPage.tsx'), 'ChangePasswordPage');
const GraphiQL = page(() => import('../developers/QueryPage.tsx'), 'QueryPage');
const Reference = page(() => import('../developers/reference/ReferencePage.tsx'), 'ReferencePage');
const Versions = page(() => import('../developers/VersionsPage.tsx'), 'VersionsPage');
const Gaps = page(() => import('./pairings/GapList.tsx'), 'GapList');
const AccountSecurity = page(() => import('./session/second-factor/SecurityPage.tsx'), 'SecurityPage');
const ResetPassword = page(() => import('./session/ResetPasswordPage.tsx'), 'ResetPasswordPage');

/** One entry a resource; pages come as their own chunks. */
export const resources = (
  <>
    <Resource
      name="board"
      icon={DashboardOutlined}
      list={page(() => import('./board/BoardPage.tsx'), 'BoardPage')}
    />
    <Resource
      name="households"
      icon={HomeOutlined}
      list={page(() => import('./households/HouseholdList.tsx'), 'HouseholdList')}
      show={page(() => import('./households/HouseholdShow.tsx'), 'HouseholdShow')}
      create={formPage(() => import('./households/HouseholdCreate.tsx'), 'HouseholdCreate')}
      edit={formPage(() => import('./households/HouseholdEdit.tsx'), 'HouseholdEdit')}
      recordRepresentation="headName"
    />
    <Resource
      name="cadres"
      icon={BadgeOutlined}
      list={page(() => import('./cadres/CadreList.tsx'), 'CadreList')}
      show={page(() => import('./cadres/CadreShow.tsx'), 'CadreShow')}
      create={formPage(() => import('./cadres/CadreCreate.tsx'), 'CadreCreate')}
      edit={formPage(() => import('./cadres/CadreEdit.tsx'), 'CadreEdit')}
      recordRepresentation="name"
    />
    <Resource
      name="organizations"
      icon={ApartmentOutlined}
      list={page(() => import('./organizations/OrganizationList.tsx'), 'OrganizationList')}
      create={formPage(() => import('./organizations/OrganizationCreate.tsx'), 'OrganizationCreate')}
      edit={formPage(() => import('./organizations/OrganizationEdit.tsx'), 'OrganizationEdit')}
      recordRepresentation="name"
    />
    <Resource
      name="pairings"
      icon={HandshakeOutlined}
      list={page(() => import('./pairings/PairingList.tsx'), 'PairingList')}
      recordRepresentation={(pairing) => pairing.household?.headName ?? pairing.cadre?.name ?? '—'}
    >
      <Route path="gaps" element={<Gaps />} />
    </Resource>
    <Resource
      name="duties"
      icon={AssignmentTurnedInOutlined}
      list={page(() => import('./duties/DutyList.tsx'), 'DutyList')}
      recordRepresentation={(duty) => `${duty.household?.headName ?? ''} ${duty.period}`}
    />
    <Resource
      name="visits"
      icon={EventAvailableOutlined}
      list={page(() => import('./visits/VisitList.tsx'), 'VisitList')}
      show={page(() => import('./visits/VisitShow.tsx'), 'VisitShow')}
      create={formPage(() => import('./visits/VisitCreate.tsx'), 'VisitCreate')}
      edit={formPage(() => import('./visits/VisitEdit.tsx'), 'VisitEdit')}
      recordRepresentation={(visit) => `${visit.household?.headName ?? ''} ${visit.visitedOn}`}
    />
    <Resource
      name="problems"
      icon={ReportProblemOutlined}
      list={page(() => import('./problems/ProblemList.tsx'), 'ProblemList')}
      show={page(() => import('./problems/ProblemShow.tsx'), 'ProblemShow')}
      create={formPage(() => import('./problems/ProblemCreate.tsx'), 'ProblemCreate')}
      recordRepresentation="description"
    />
    <Resource
      name="counties"
      icon={TuneOutlined}
      list={page(() => import('./counties/CountyList.tsx'), 'CountyList')}
      show={page(() => import('./counties/CountyShow.tsx'), 'CountyShow')}
      edit={formPage(() => import('./counties/CountyEdit.tsx'), 'CountyEdit')}
      recordRepresentation="division.name"
    />
    <Resource
      name="imports"
      icon={UploadFileOutlined}
      list={page(() => import('./imports/ImportList.tsx'), 'ImportList')}
      show={page(() => import('./imports/ImportShow.tsx'), 'ImportShow')}
      create={formPage(() => import('./imports/ImportCreate.tsx'), 'ImportCreate')}
      recordRepresentation="fileName"
    />
    <Resource
      name="exports"
      icon={DownloadOutlined}
      list={page(() => import('./exports/ExportList.tsx'), 'ExportList')}
    />
    <Resource
      name="users"
      icon={ManageAccountsOutlined}
      list={page(() => import('./users/UserList.tsx'), 'UserList')}
      show={page(() => import('./users/UserShow.tsx'), 'UserShow')}
      create={formPage(() => import('./users/UserCreate.tsx'), 'UserCreate')}
      edit={formPage(() => import('./users/UserEdit.tsx'), 'UserEdit')}
      recordRepresentation="displayName"
    />
    <Resource
      name="secondFactorPolicy"
      icon={PhonelinkLockOutlined}
      list={page(() => import('./second-factor-policy/PolicyPage.tsx'), 'PolicyPage')}
    />
    <Resource
      name="divisions"
      icon={MapOutlined}
      list={page(() => import('./divisions/DivisionList.tsx'), 'DivisionList')}
      recordRepresentation="name"
    />
    <Resource
      name="tokens"
      icon={KeyOutlined}
      list={page(() => import('./tokens/TokenList.tsx'), 'TokenList')}
      show={page(() => import('./tokens/TokenShow.tsx'), 'TokenShow')}
      create={formPage(() => import('./tokens/TokenCreate.tsx'), 'TokenCreate')}
      recordRepresentation="name"
    />
    <Resource
      name="webhooks"
      icon={WebhookOutlined}
      list={page(() => import('./webhooks/WebhookList.tsx'), 'WebhookList')}
      show={page(() => import('./webhooks/WebhookShow.tsx'), 'WebhookShow')}
      create={formPage(() => import('./webhooks/WebhookCreate.tsx'), 'WebhookCreate')}
      recordRepresentation="name"
    />
    <Resource
      name="audit"
      icon={FactCheckOutlined}
      list={page(() => import('./audit/AuditList.tsx'), 'AuditList')}
    />
    <Resource
      name="developers"
      icon={CodeOutlined}
      list={page(() => import('../developers/StartPage.tsx'), 'StartPage')}
    >
      <Route path="graphiql" element={<GraphiQL />} />
      <Route path="reference" element={<Reference />} />
      <Route path="versions" element={<Versions />} />
    </Resource>
    <CustomRoutes>
      <Route path="/password" element={<ChangePassword />} />
      <Route path="/security" element={<AccountSecurity />} />
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path="/reset/:token" element={<ResetPassword />} />
    </CustomRoutes>
  </>
);
