import { Card } from '@mui/material';
import { RecordField, Show, useRecordContext, useTranslate } from 'react-admin';
import { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { DayField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { HouseholdLink } from '../../shared/record/HouseholdLink.tsx';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { problemTone } from '../visits/tones.ts';
import { ProblemSteps } from './ProblemSteps.tsx';
import { ProblemVerbs } from './ProblemVerbs.tsx';
import type { ProblemRecord } from './problems.graphql.ts';

const lines = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;

function FoundBy() {
  const record = useRecordContext<ProblemRecord>();
  const translate = useTranslate();
  const visit = record?.visit;
  if (!visit) return <FieldText>{translate('resources.problems.byDesk')}</FieldText>;
  const { id, visitedOn: day, cadre } = visit;
  const text = cadre
    ? translate('resources.problems.byVisitOf', { day, name: cadre.name })
    : translate('resources.problems.byVisit', { day });
  return (
    <FieldText>
      <PageLink resource="visits" id={id} text={text} />
    </FieldText>
  );
}

function ProblemFacts() {
  return (
    <FactGrid>
      <WideFact>
        <RecordField
          source="description"
          render={(record) => <FieldText sx={lines}>{record.description}</FieldText>}
        />
      </WideFact>
      <RecordField
        source="status"
        render={(record) => <CodeChip list={ProblemStatus} tones={problemTone} code={record.status} />}
      />
      <RecordField source="kind">
        <CodeField source="kind" list={ProblemKind} />
      </RecordField>
      <RecordField source="household" render={(record) => <HouseholdLink household={record.household} />} />
      <RecordField source="household.village.code">
        <DivisionField source="household.village" />
      </RecordField>
      <RecordField source="raisedOn" field={DayField} />
      <RecordField source="visit">
        <FoundBy />
      </RecordField>
      <RecordField source="handler" empty="—" />
      <RecordField source="closedOn" field={DayField} />
      <WideFact>
        <RecordField
          source="outcome"
          render={(record) => <FieldText sx={lines}>{record.outcome || '—'}</FieldText>}
        />
      </WideFact>
    </FactGrid>
  );
}

export function ProblemShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<ProblemVerbs />}>
      <ProblemFacts />
      <Section title="resources.problems.fields.steps">
        <Card sx={{ p: 2 }}>
          <ProblemSteps />
        </Card>
      </Section>
    </Show>
  );
}
