import { useQuery } from '@tanstack/react-query';
import { RecordField, useRecordContext } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { ClaimSource, ClaimStatus } from '#schema/codes/money/claim.codes.ts';
import { ReliefKind } from '#schema/codes/money/policy.codes.ts';
import { request } from '../../../api/client.ts';
import { CodeChip } from '../../../shared/codes/CodeChip.tsx';
import { CodeField } from '../../../shared/codes/CodeField.tsx';
import { FactGrid, WideFact } from '../../../shared/display/FactGrid.tsx';
import { FieldText } from '../../../shared/display/FieldText.tsx';
import { MaskedField } from '../../../shared/display/MaskedField.tsx';
import { MoneyText } from '../../../shared/display/MoneyText.tsx';
import { Section } from '../../../shared/display/Section.tsx';
import { DayField } from '../../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../../shared/division/DivisionPath.tsx';
import { HouseholdLink } from '../../../shared/record/HouseholdLink.tsx';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { type ClaimRecord, claimLinks } from '../claims.graphql.ts';
import { DueField } from '../DueField.tsx';
import { claimTone } from '../tones.ts';
import { useDiagnosis } from './EditClaimButton.tsx';

const lines = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;

/** What the register knows of it, for those who read the register. */
function useLinks() {
  const claim = useRecordContext<ClaimRecord>();
  const id = String(claim?.id ?? '');
  const { data } = useQuery({
    queryKey: ['claims', 'links', id],
    enabled: id !== '',
    queryFn: ({ signal }) => request(claimLinks, { id }, { signal }),
  });
  return data?.claim;
}

function RegisterFacts() {
  const links = useLinks();
  return (
    <>
      <RecordField source="household" render={() => <HouseholdLink household={links?.household} />} />
      <RecordField source="insurer" render={() => <FieldText>{links?.insurer?.name ?? '—'}</FieldText>} />
    </>
  );
}

function Diagnosis() {
  const claim = useRecordContext<ClaimRecord>();
  const known = useDiagnosis(String(claim?.id ?? ''));
  return <RecordField source="diagnosis" render={() => <FieldText>{known?.diagnosis ?? '—'}</FieldText>} />;
}

const money = (name: keyof ClaimRecord) => (
  <RecordField source={name} render={(record) => <MoneyText amount={record[name]} />} />
);

export function ClaimFacts() {
  const seesRegister = useHasRight('household.read');
  const seesOrganizations = useHasRight('organization.read');
  const seesDiagnosis = useHasRight('claim.diagnosis');
  return (
    <FactGrid>
      <RecordField
        source="status"
        render={(record) => <CodeChip list={ClaimStatus} tones={claimTone} code={record.status} />}
      />
      <RecordField source="personName" />
      <RecordField source="personIdMasked">
        <MaskedField source="personIdMasked" />
      </RecordField>
      <RecordField source="category">
        <CodeField source="category" list={HouseholdCategory} />
      </RecordField>
      <RecordField source="village.code">
        <DivisionField source="village" />
      </RecordField>
      {seesRegister && seesOrganizations && <RegisterFacts />}
      <RecordField source="kind">
        <CodeField source="kind" list={ReliefKind} />
      </RecordField>
      <RecordField source="eventOn" field={DayField} />
      <RecordField source="source">
        <CodeField source="source" list={ClaimSource} />
      </RecordField>
      <RecordField source="appliedOn" field={DayField} />
      <RecordField source="dueOn">
        <DueField />
      </RecordField>
      {seesDiagnosis && <Diagnosis />}
      {money('total')}
      {money('own')}
      {money('residue')}
      <RecordField source="residueReason" empty="—" />
      <WideFact>
        <RecordField source="cause" render={(record) => <FieldText sx={lines}>{record.cause}</FieldText>} />
      </WideFact>
    </FactGrid>
  );
}

export function ClaimAssessment() {
  const claim = useRecordContext<ClaimRecord>();
  if (!claim?.assessedOn) return null;
  return (
    <Section title="resources.claims.assessment">
      <FactGrid>
        <RecordField source="assessedOn" field={DayField} />
        {money('assessedOwn')}
        {money('assessedCompliantOwn')}
        {money('compensation')}
        {money('otherRelief')}
        {money('loan')}
        {money('incomePerHead')}
      </FactGrid>
    </Section>
  );
}
