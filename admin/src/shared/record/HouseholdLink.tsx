import { Typography } from '@mui/material';
import { shortPath } from '../division/DivisionPath.tsx';
import { PageLink } from './RecordLink.tsx';

interface HouseholdLinkProps {
  household:
    | { id: string; headName: string; village?: { code: string; name: string; path: string } | null }
    | null
    | undefined;
  /** Adds the village, for places that show nothing else of the household. */
  withVillage?: boolean;
}

/** A household can leave the user's reach while its visits stay visible. */
export function HouseholdLink({ household, withVillage = false }: HouseholdLinkProps) {
  if (!household) return <>—</>;
  return (
    <>
      <PageLink resource="households" id={household.id} text={household.headName} />
      {withVillage && household.village && (
        <Typography component="span" variant="body2" display="block" sx={{ color: 'text.secondary' }}>
          {shortPath(household.village)}
        </Typography>
      )}
    </>
  );
}
