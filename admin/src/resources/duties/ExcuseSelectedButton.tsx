import { Alert, Typography } from '@mui/material';
import { useDataProvider, useListContext, useTranslate } from 'react-admin';
import { errorCode } from '../../api/errors.ts';
import { mutationId, settleMutation } from '../../api/mutation-id.ts';
import { StatusChip } from '../../shared/display/StatusChip.tsx';
import { HouseholdLink } from '../../shared/record/HouseholdLink.tsx';
import { RowTable } from '../../shared/table/RowTable.tsx';
import { ResultDialog } from '../../shared/verb/ResultDialog.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { AffectedDuties } from './AffectedDuties.tsx';
import { type DutyRecord, excuseDuty } from './duties.graphql.ts';
import { excuseFields } from './ExcuseButton.tsx';

const key = 'resources.duties.excuse';
const MOST_AT_ONCE = 100;

interface Outcome {
  id: string;
  /** Undefined where the user can no longer see it, such as after the household moved. */
  duty?: DutyRecord;
  refusal?: string;
}

/** The values that all of them share. */
type Excuse = Omit<Parameters<typeof excuseDuty>[0], 'householdId' | 'period'>;

/** One by one: each is an official act of its own, and one refusal does not undo the others. */
async function excuseEach(
  ids: readonly string[],
  duties: readonly DutyRecord[],
  excuse: Excuse,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    const duty = duties.find((one) => one.id === id);
    if (!duty?.household) {
      outcomes.push({ id, refusal: 'bangfu.error.notFound' });
      continue;
    }
    const values = { ...excuse, householdId: duty.household.id, period: duty.period };
    const operation = `excuseDuty ${id}`;
    try {
      await excuseDuty({ ...values, clientMutationId: mutationId(operation, values) });
      settleMutation(operation);
      outcomes.push({ id, duty });
    } catch (error) {
      // Signed out or offline: the others would fail in the same way.
      if (['UNAUTHENTICATED', 'NETWORK'].includes(errorCode(error) ?? '') && outcomes.length === 0)
        throw error;
      outcomes.push({
        id,
        duty,
        refusal: error instanceof Error ? error.message : 'ra.notification.http_error',
      });
    }
  }
  return outcomes;
}

function Results({ outcomes, onClose }: { outcomes: Outcome[]; onClose: () => void }) {
  const translate = useTranslate();
  const failed = outcomes.filter(({ refusal }) => refusal).length;
  return (
    <ResultDialog title={`${key}.results`} onClose={onClose}>
      <Alert severity={failed === 0 ? 'success' : 'warning'} sx={{ mb: 1 }}>
        {translate(`${key}.summary`, { done: outcomes.length - failed, failed })}
      </Alert>
      <RowTable
        rows={[...outcomes].sort((a, b) => Number(Boolean(b.refusal)) - Number(Boolean(a.refusal)))}
        keyOf={({ id }) => id}
        label={`${key}.results`}
        empty={`${key}.results`}
        columns={[
          {
            key: 'household',
            label: 'resources.duties.fields.household',
            isName: true,
            cell: ({ duty }) => <HouseholdLink household={duty?.household} withVillage />,
          },
          {
            key: 'outcome',
            label: `${key}.outcome`,
            cell: ({ refusal }) =>
              refusal ? (
                <StatusChip tone="bad" label={translate(refusal)} />
              ) : (
                <StatusChip tone="good" label={translate(`${key}.ok`)} />
              ),
          },
        ]}
      />
    </ResultDialog>
  );
}

export function ExcuseSelectedButton() {
  const translate = useTranslate();
  const dataProvider = useDataProvider();
  const { selectedIds, onUnselectItems } = useListContext();
  const count = selectedIds.length;
  const tooMany = count > MOST_AT_ONCE;
  // A selection can span several pages, so its duties are loaded again.
  const excuseAll = async ({ clientMutationId: _, ...excuse }: Excuse) => {
    const ids = selectedIds.map(String);
    const { data } = await dataProvider.getMany<DutyRecord>('duties', { ids });
    return excuseEach(ids, data, excuse);
  };
  return (
    <>
      {tooMany && (
        <Typography variant="body2" role="status" sx={{ alignSelf: 'center', mr: 1 }}>
          {translate(`${key}.tooMany`, { most: MOST_AT_ONCE })}
        </Typography>
      )}
      <VerbButton
        label={`${key}.label`}
        title={translate(`${key}.titleMany`, { smart_count: count })}
        operation={`excuseDuties ${selectedIds.join()}`}
        send={excuseAll}
        given={{}}
        fields={excuseFields}
        result={(outcomes) => (close) => <Results outcomes={outcomes} onClose={close} />}
        onDone={() => {
          onUnselectItems();
          return undefined;
        }}
        disabled={tooMany || count === 0}
        variant="contained"
      >
        <Typography sx={{ mb: 1 }}>{translate(`${key}.leadMany`)}</Typography>
        <AffectedDuties ids={selectedIds} />
      </VerbButton>
    </>
  );
}
