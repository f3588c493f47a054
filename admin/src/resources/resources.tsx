import HomeOutlined from '@mui/icons-material/HomeOutlined';
import { lazy } from 'react';
import { Resource } from 'react-admin';

const HouseholdList = lazy(() =>
  import('./households/HouseholdList.tsx').then((page) => ({ default: page.HouseholdList })),
);
const HouseholdShow = lazy(() =>
  import('./households/HouseholdShow.tsx').then((page) => ({ default: page.HouseholdShow })),
);

/** One line a resource; pages come as their own chunks. */
export const resources = (
  <>
    <Resource
      name="households"
      icon={HomeOutlined}
      list={HouseholdList}
      show={HouseholdShow}
      recordRepresentation="headName"
    />
  </>
);
