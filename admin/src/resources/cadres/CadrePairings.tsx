import { Card, Typography } from '@mui/material';
import { Pagination, ReferenceManyField, useTranslate } from 'react-admin';
import { PairingTable } from '../pairings/PairingTable.tsx';

const STARTED = { field: 'startedOn', order: 'DESC' } as const;
const pagination = <Pagination rowsPerPageOptions={[25, 50, 100]} />;

const now = { running: true };
const former = { running: false };

/** Households of a cadre: current or former. */
export function CadrePairings({ running }: { running: boolean }) {
  const translate = useTranslate();
  const kind = running ? 'running' : 'past';
  const empty = (
    <Typography sx={{ color: 'text.secondary', py: 2 }}>
      {translate(`resources.cadres.none.${kind}`)}
    </Typography>
  );
  return (
    <ReferenceManyField
      reference="pairings"
      target="cadre"
      filter={running ? now : former}
      sort={STARTED}
      pagination={pagination}
      storeKey={`cadre.${kind}`}
      empty={empty}
    >
      <Card>
        <PairingTable
          withoutCadre
          storeKey={`cadre.${kind}.table`}
          hiddenColumns={running ? ['endedOn', 'endReason', 'reason'] : ['handOverNote']}
          empty={empty}
        />
      </Card>
    </ReferenceManyField>
  );
}
