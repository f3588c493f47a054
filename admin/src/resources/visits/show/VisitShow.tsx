import EditNote from '@mui/icons-material/EditNote';
import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { FunctionField, RecordField, Show, useCreatePath, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { IncomeChange, VisitMode, VisitSource, VisitStatus } from '#schema/codes/help/visit.codes.ts';
import { CodeChip } from '../../../shared/codes/CodeChip.tsx';
import { CodeField } from '../../../shared/codes/CodeField.tsx';
import { useFormatInstant } from '../../../shared/display/days.ts';
import { FactGrid, WideFact } from '../../../shared/display/FactGrid.tsx';
import { FieldText } from '../../../shared/display/FieldText.tsx';
import { Section } from '../../../shared/display/Section.tsx';
import { DayField, InstantField } from '../../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../../shared/division/DivisionPath.tsx';
import { PAGE } from '../../../shared/edit/EditShell.tsx';
import { HouseholdLink } from '../../../shared/record/HouseholdLink.tsx';
import { PageLink } from '../../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { VerbBar } from '../../../shared/verb/VerbBar.tsx';
import { ProblemTable } from '../../problems/ProblemTable.tsx';
import { RaiseProblemButton } from '../../problems/RaiseProblemButton.tsx';
import { usePlaceText } from '../form/place.ts';
import { VisitPhotos } from '../photos/VisitPhotos.tsx';
import { visitTone } from '../tones.ts';
import type { VisitRecord } from '../visits.graphql.ts';
import { VisitChecklist } from './VisitChecklist.tsx';
import { VisitVersions } from './VisitVersions.tsx';
import { WithdrawVisitButton } from './WithdrawVisitButton.tsx';

const key = 'resources.visits';

function WithdrawnMark() {
  const record = useRecordContext<VisitRecord>();
  const translate = useTranslate();
  const format = useFormatInstant();
  if (record?.status !== 'WITHDRAWN') return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{translate(`${key}.withdrawn`)}</AlertTitle>
      {record.withdrawnReason && (
        <div>
          {translate(`${key}.fields.withdrawnReason`)}: {record.withdrawnReason}
        </div>
      )}
      {record.withdrawnAt && translate(`${key}.withdrawnAt`, { at: format(record.withdrawnAt) })}
    </Alert>
  );
}

const lines = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;

function WideText({ source }: { source: string }) {
  return (
    <WideFact>
      <RecordField
        source={source}
        render={(record) => <FieldText sx={lines}>{record[source] || '—'}</FieldText>}
      />
    </WideFact>
  );
}

function Place() {
  const text = usePlaceText();
  return <FunctionField render={(record) => <FieldText>{text(record)}</FieldText>} />;
}

function VisitFacts() {
  return (
    <FactGrid>
      <RecordField source="household" render={(record) => <HouseholdLink household={record.household} />} />
      <RecordField source="household.village.code">
        <DivisionField source="household.village" />
      </RecordField>
      <RecordField source="visitedOn" field={DayField} />
      <RecordField source="mode">
        <CodeField source="mode" list={VisitMode} />
      </RecordField>
      <RecordField
        source="cadre"
        render={({ cadre }) => <PageLink resource="cadres" id={cadre?.id} text={cadre?.name} />}
      />
      <RecordField source="met" empty="—" />
      <RecordField
        source="status"
        render={(record) => <CodeChip list={VisitStatus} tones={visitTone} code={record.status} />}
      />
      <WideText source="findings" />
      <WideText source="request" />
      <RecordField source="incomeChange">
        <CodeField source="incomeChange" list={IncomeChange} />
      </RecordField>
      <RecordField source="incomeNote" empty="—" />
      <RecordField source="nextVisitOn" field={DayField} />
      <RecordField
        source="pairing"
        render={({ pairing }) => <FieldText>{pairing ? pairingText(pairing) : '—'}</FieldText>}
      />
      <RecordField source="source">
        <CodeField source="source" list={VisitSource} />
      </RecordField>
      <RecordField source="recordedAt" field={InstantField} />
      <RecordField source="place">
        <Place />
      </RecordField>
    </FactGrid>
  );
}

const pairingText = (pairing: NonNullable<VisitRecord['pairing']>) =>
  `${pairing.cadre?.name ?? ''} ${pairing.startedOn} – ${pairing.endedOn ?? ''}`.trim();

function FoundProblems() {
  const record = useRecordContext<VisitRecord>();
  const mayRaise = useHasRight('problem.write');
  if (!record) return null;
  const { household, problems, status } = record;
  return (
    <Section
      title={`${key}.section.problems`}
      actions={
        mayRaise &&
        household &&
        status === 'VALID' && <RaiseProblemButton householdId={household.id} visitId={record.id} />
      }
    >
      <ProblemTable problems={problems} empty={`${key}.problem.none`} />
    </Section>
  );
}

function Former() {
  const record = useRecordContext<VisitRecord>();
  if (!record || record.versions.length === 0) return null;
  return (
    <Section title={`${key}.fields.versions`}>
      <VisitVersions />
    </Section>
  );
}

function Actions() {
  const record = useRecordContext<VisitRecord>();
  const translate = useTranslate();
  const createPath = useCreatePath();
  const mayWrite = useHasRight('visit.write');
  if (!mayWrite || record?.status !== 'VALID') return <VerbBar />;
  return (
    <VerbBar>
      <Button
        size="small"
        variant="outlined"
        component={Link}
        to={createPath({ resource: 'visits', id: record.id, type: 'edit' })}
        startIcon={<EditNote />}
      >
        {translate(`${key}.correct`)}
      </Button>
      <WithdrawVisitButton />
    </VerbBar>
  );
}

function VisitTitle() {
  const record = useRecordContext<VisitRecord>();
  return record ? `${record.household?.headName ?? ''} ${record.visitedOn}` : null;
}

export function VisitShow() {
  return (
    <Show
      component="div"
      emptyWhileLoading
      queryOptions={{ meta: PAGE }}
      actions={<Actions />}
      title={<VisitTitle />}
    >
      <Box>
        <WithdrawnMark />
        <VisitFacts />
        <Section title={`${key}.section.checklist`}>
          <VisitChecklist />
        </Section>
        <FoundProblems />
        <Section title={`${key}.section.photos`}>
          <VisitPhotos />
        </Section>
        <Former />
      </Box>
    </Show>
  );
}
