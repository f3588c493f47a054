import AddCircleOutline from '@mui/icons-material/AddCircleOutline';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { VisitMode, VisitStatus } from '#schema/codes/help/visit.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { ListOfHousehold, useHouseholdId } from '../../shared/record/ListOfHousehold.tsx';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RowTable } from '../../shared/table/RowTable.tsx';
import { visitTone } from './tones.ts';
import type { VisitRowRecord } from './visits.graphql.ts';

const key = 'resources.visits';

/** The form with the household already chosen. */
export const logVisitAddress = (householdId: string): string =>
  `/visits/create?source=${encodeURIComponent(JSON.stringify({ householdId }))}`;

interface LogVisitButtonProps {
  householdId: string;
  /** In the row of a table, where plain text is enough. */
  isPlain?: boolean;
}

export function LogVisitButton({ householdId, isPlain = false }: LogVisitButtonProps) {
  const translate = useTranslate();
  if (!useHasRight('visit.write')) return null;
  return (
    <Button
      size="small"
      variant="outlined"
      component={Link}
      to={logVisitAddress(householdId)}
      startIcon={isPlain ? undefined : <AddCircleOutline />}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {translate(`${key}.log`)}
    </Button>
  );
}

function VisitTable({ visits }: { visits: VisitRowRecord[] }) {
  const mode = useCodeLabel(VisitMode);
  const field = (name: string) => fieldLabel('visits', name);
  return (
    <RowTable
      rows={visits}
      keyOf={({ id }) => id}
      label={`${key}.ofHousehold.all`}
      empty={`${key}.ofHousehold.none`}
      columns={[
        {
          key: 'visitedOn',
          label: field('visitedOn'),
          isName: true,
          cell: ({ id, visitedOn }) => <PageLink resource="visits" id={id} text={visitedOn} />,
        },
        { key: 'mode', label: field('mode'), cell: (visit) => mode(visit.mode) },
        { key: 'cadre', label: field('cadre'), cell: ({ cadre }) => cadre?.name ?? '—' },
        { key: 'findings', label: field('findings'), cell: ({ findings }) => findings ?? '—' },
        {
          key: 'status',
          label: field('status'),
          cell: ({ status }) => <CodeChip list={VisitStatus} tones={visitTone} code={status} />,
        },
      ]}
    />
  );
}

/** The latest visits to a household: of the record around it, unless one is given. */
export function VisitsOfHousehold({ householdId }: { householdId?: string }) {
  const id = useHouseholdId(householdId);
  if (!useHasRight('visit.read') || !id) return null;
  return (
    <ListOfHousehold<VisitRowRecord>
      resource="visits"
      title={`${key}.ofHousehold.title`}
      all={`${key}.ofHousehold.all`}
      householdId={id}
      sort={{ field: 'visitedOn', order: 'DESC' }}
      actions={<LogVisitButton householdId={id} />}
    >
      {(visits) => <VisitTable visits={visits} />}
    </ListOfHousehold>
  );
}
