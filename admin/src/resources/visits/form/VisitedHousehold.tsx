import { Alert, Box, Skeleton } from '@mui/material';
import { FormDataConsumer, useTranslate } from 'react-admin';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { PageLink } from '../../../shared/record/RecordLink.tsx';
import { useVisitedHousehold } from './useVisitedHousehold.ts';

const key = 'resources.visits.context';

/** Helper and last visit of the chosen household: enough to notice the wrong namesake. */
export function VisitedHousehold() {
  return (
    <FormDataConsumer>
      {({ formData }) => formData.householdId && <Facts id={formData.householdId} />}
    </FormDataConsumer>
  );
}

function Facts({ id }: { id: string }) {
  const translate = useTranslate();
  const mode = useCodeLabel(VisitMode);
  const { data, isPending } = useVisitedHousehold(id);
  if (isPending) return <Skeleton variant="rounded" height={48} sx={{ width: '100%', mb: 1 }} />;
  const household = data?.household;
  if (!household) return null;
  const { currentPairing, lastVisit, problems, village } = household;
  const helper = currentPairing?.cadre
    ? translate(`${key}.since`, { name: currentPairing.cadre.name, day: currentPairing.startedOn })
    : translate(`${key}.noHelper`);
  const open = problems?.totalCount ?? 0;
  return (
    <Alert severity="info" icon={false} sx={{ width: '100%', mb: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
        <span>{village.path}</span>
        <span>
          {translate(`${key}.helper`)}: {helper}
        </span>
        <span>
          {translate(`${key}.last`)}:{' '}
          {lastVisit ? (
            <PageLink
              resource="visits"
              id={lastVisit.id}
              text={[lastVisit.visitedOn, mode(lastVisit.mode), lastVisit.cadre?.name]
                .filter(Boolean)
                .join(' ')}
            />
          ) : (
            translate(`${key}.never`)
          )}
        </span>
        {open > 0 && (
          <span>
            {translate(`${key}.open`)}: {open}
          </span>
        )}
      </Box>
    </Alert>
  );
}
