import { Alert, Box, Typography } from '@mui/material';
import { RecordField, Show, useRecordContext, useTranslate } from 'react-admin';
import {
  CountedAmount,
  PolicyAccumulation,
  PolicyBase,
  PolicyDeduction,
  PolicyMode,
  PolicyStatus,
  ReliefKind,
} from '#schema/codes/money/policy.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { useCodeLabel, useEnumeration } from '../../shared/codes/codes.ts';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { BandTable, ThresholdTable, VersionTable } from './PolicyTables.tsx';
import { PolicyVerbs } from './PolicyVerbs.tsx';
import type { PolicyRecord } from './policies.graphql.ts';
import { policyField } from './policy-forms.tsx';
import { Preview } from './preview/Preview.tsx';
import { SampleChip } from './SampleChip.tsx';
import { policyTone } from './tones.ts';

const lines = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;

function PolicyHeader() {
  const policy = useRecordContext<PolicyRecord>();
  const translate = useTranslate();
  if (!policy) return null;
  return (
    <Box sx={{ mb: 1, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {policy.name}
        </Typography>
        <CodeChip list={PolicyStatus} tones={policyTone} code={policy.status} />
        <SampleChip />
      </Box>
      {policy.isSample && <Alert severity="info">{translate('resources.policies.sampleLead')}</Alert>}
    </Box>
  );
}

function Deductions() {
  const label = useCodeLabel(PolicyDeduction);
  const enumerate = useEnumeration();
  const policy = useRecordContext<PolicyRecord>();
  if (!policy) return null;
  return (
    <FieldText>{policy.deductions.length > 0 ? enumerate(policy.deductions.map(label)) : '—'}</FieldText>
  );
}

function PolicyFacts() {
  const kind = useCodeLabel(ReliefKind);
  const enumerate = useEnumeration();
  const translate = useTranslate();
  return (
    <FactGrid>
      <RecordField
        source="kind"
        render={(record) => <FieldText>{record.kindName ?? kind(record.kind)}</FieldText>}
      />
      {policyField.fromOn.fact()}
      {policyField.toOn.fact()}
      <RecordField source="countedAmount">
        <CodeField source="countedAmount" list={CountedAmount} />
      </RecordField>
      <RecordField source="mode">
        <CodeField source="mode" list={PolicyMode} />
      </RecordField>
      <RecordField source="base">
        <CodeField source="base" list={PolicyBase} />
      </RecordField>
      <RecordField source="accumulation">
        <CodeField source="accumulation" list={PolicyAccumulation} />
      </RecordField>
      <RecordField
        source="oncePerYear"
        render={(record) => (
          <FieldText>{translate(record.oncePerYear ? 'ra.boolean.true' : 'ra.boolean.false')}</FieldText>
        )}
      />
      {policyField.capPerClaim.fact()}
      {policyField.capPersonYear.fact()}
      {policyField.capHouseholdYear.fact()}
      <RecordField source="deductions">
        <Deductions />
      </RecordField>
      <RecordField
        source="documentsNeeded"
        render={(record) => <FieldText>{enumerate(record.documentsNeeded) || '—'}</FieldText>}
      />
      {policyField.sourceDocument.fact()}
      <RecordField source="county.name">
        <DivisionField source="county" />
      </RecordField>
      <RecordField source="createdBy" empty="—" />
      <RecordField source="proposedBy" empty="—" />
      <RecordField source="decidedBy" empty="—" />
      <RecordField source="decidedAt" field={InstantField} />
      <RecordField source="decisionNote" empty="—" />
      <WideFact>
        <RecordField
          source="note"
          render={(record) => <FieldText sx={lines}>{record.note || '—'}</FieldText>}
        />
      </WideFact>
    </FactGrid>
  );
}

function PreviewOfPolicy() {
  const policy = useRecordContext<PolicyRecord>();
  return policy ? <Preview terms={policy.terms} /> : null;
}

export function PolicyShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<PolicyVerbs />}>
      <PolicyHeader />
      <PolicyFacts />
      <Section title="resources.policies.fields.thresholds">
        <ThresholdTable />
      </Section>
      <Section title="resources.policies.fields.bands">
        <BandTable />
      </Section>
      <Section title="resources.policies.preview.title">
        <PreviewOfPolicy />
      </Section>
      <Section title="resources.policies.versions">
        <VersionTable />
      </Section>
    </Show>
  );
}
