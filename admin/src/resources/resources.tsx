import HomeOutlined from '@mui/icons-material/HomeOutlined';
import { Resource } from 'react-admin';
import { page } from '../app/page.ts';

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
  </>
);
