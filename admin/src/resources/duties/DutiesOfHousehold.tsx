import { Alert, Skeleton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { request } from '../../api/client.ts';
import { Section } from '../../shared/display/Section.tsx';
import { useHouseholdId } from '../../shared/record/ListOfHousehold.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { RowTable } from '../../shared/table/RowTable.tsx';
import { DutyOutcome } from './DutyOutcome.tsx';
import { DutyStatusChip } from './DutyStatusChip.tsx';
import { householdDuties } from './duties.graphql.ts';
import { ExcuseButton } from './ExcuseButton.tsx';
import { currentQuarter, quartersUpTo, usePeriodName } from './periods.ts';

const key = 'resources.duties';
const QUARTERS = 4;

async function load(household: string, signal: AbortSignal) {
  const [first, second, third, fourth] = quartersUpTo(currentQuarter(), QUARTERS).map((period) => ({
    household,
    period,
  }));
  const result = await request(householdDuties, { first, second, third, fourth }, { signal });
  return [result.first, result.second, result.third, result.fourth]
    .flatMap(({ nodes }) => nodes)
    .sort((one, other) => (one.dueOn < other.dueOn ? 1 : -1));
}

function Table({ householdId }: { householdId: string }) {
  const translate = useTranslate();
  const periodName = usePeriodName();
  const { data, error, isPending } = useQuery({
    queryKey: ['duties', 'household', householdId],
    queryFn: ({ signal }) => load(householdId, signal),
  });
  if (isPending) return <Skeleton variant="rounded" height={96} />;
  if (error) return <Alert severity="error">{translate(error.message)}</Alert>;
  return (
    <RowTable
      rows={data}
      keyOf={({ id }) => id}
      label={`${key}.ofHousehold.title`}
      empty={`${key}.ofHousehold.none`}
      columns={[
        {
          key: 'period',
          label: `${key}.fields.period`,
          isName: true,
          cell: ({ period }) => periodName(period),
        },
        { key: 'cadre', label: `${key}.fields.cadre`, cell: ({ cadre }) => cadre?.name ?? '—' },
        { key: 'dueOn', label: `${key}.fields.dueOn`, cell: ({ dueOn }) => dueOn },
        {
          key: 'status',
          label: `${key}.fields.status`,
          cell: ({ status, isOverdue }) => <DutyStatusChip status={status} isOverdue={isOverdue} />,
        },
        { key: 'visit', label: `${key}.fields.visit`, cell: (duty) => <DutyOutcome duty={duty} /> },
      ]}
      actions={(duty) => <ExcuseButton duty={duty} />}
    />
  );
}

/** The duties of a household in this quarter and the three before: of the record around it, unless one is given. */
export function DutiesOfHousehold({ householdId }: { householdId?: string }) {
  const id = useHouseholdId(householdId);
  if (!useHasRight('visit.read') || !id) return null;
  return (
    <Section title={`${key}.ofHousehold.title`}>
      <Table householdId={id} />
    </Section>
  );
}
