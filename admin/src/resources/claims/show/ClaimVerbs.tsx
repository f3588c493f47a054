import { BooleanInput, NumberInput, required, TextInput, useRecordContext } from 'react-admin';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { VerbBar } from '../../../shared/verb/VerbBar.tsx';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { OrganizationInput } from '../../organizations/OrganizationInput.tsx';
import { MoneyInput } from '../CostInputs.tsx';
import {
  assessClaim,
  checkClaim,
  explainResidue,
  sendToInsurer,
  submitClaim,
  withdrawClaim,
} from '../claim-verbs.graphql.ts';
import type { ClaimRecord } from '../claims.graphql.ts';
import { EditClaimButton } from './EditClaimButton.tsx';

const key = 'resources.claims.verb';
const field = (name: string) => fieldLabel('claims', name);

interface OfClaim {
  claim: ClaimRecord;
}

/** What the buttons of a claim share. */
const about = (verb: string, { id, version, personName }: ClaimRecord) => ({
  label: `${key}.${verb}`,
  operation: `${verb} ${id}`,
  subject: personName,
  given: { id, expectedVersion: version },
});

const words = (name: string, max: number, isNeeded: boolean) => (source: string) => (
  <TextInput
    source={source}
    label={field(name)}
    multiline
    minRows={2}
    validate={isNeeded ? required() : undefined}
    slotProps={{ htmlInput: { maxLength: max } }}
  />
);

const amount = (name: string, isRequired: boolean) => (source: string) => (
  <MoneyInput source={source} label={field(name)} isRequired={isRequired} />
);

function SubmitButton({ claim }: OfClaim) {
  return (
    <VerbButton
      {...about('submit', claim)}
      lead={`${key}.submitLead`}
      variant="contained"
      send={submitClaim}
      fields={{}}
    />
  );
}

function ExplainButton({ claim }: OfClaim) {
  return (
    <VerbButton
      {...about('explain', claim)}
      send={explainResidue}
      fields={{ reason: words('residueReason', 500, true) }}
    />
  );
}

function WithdrawButton({ claim }: OfClaim) {
  return (
    <VerbButton
      {...about('withdraw', claim)}
      send={withdrawClaim}
      fields={{ reason: words('reason', 500, true) }}
    />
  );
}

function CheckButton({ claim }: OfClaim) {
  return (
    <VerbButton
      {...about('check', claim)}
      variant="contained"
      send={checkClaim}
      fields={{
        passed: (source) => <BooleanInput source={source} label={field('passed')} />,
        note: words('note', 1_000, false),
      }}
      defaultValues={{ passed: true }}
    />
  );
}

function SendButton({ claim }: OfClaim) {
  return (
    <VerbButton
      {...about('send', claim)}
      variant="contained"
      send={sendToInsurer}
      fields={{
        insurerId: (source) => (
          <OrganizationInput source={source} label={field('insurer')} validate={required()} />
        ),
      }}
    />
  );
}

function AssessButton({ claim }: OfClaim) {
  return (
    <VerbButton
      {...about('assess', claim)}
      variant="contained"
      send={assessClaim}
      fields={{
        assessedOwn: amount('assessedOwn', true),
        assessedCompliantOwn: amount('assessedCompliantOwn', false),
        compensation: amount('compensation', false),
        otherRelief: amount('otherRelief', false),
        loan: amount('loan', false),
        income: amount('income', true),
        heads: (source) => (
          <NumberInput
            source={source}
            label={field('heads')}
            min={1}
            max={99}
            step={1}
            validate={required()}
          />
        ),
        findings: words('findings', 2_000, true),
      }}
      defaultValues={{ assessedOwn: claim.own }}
    />
  );
}

const isOver = (residue: string) => !['0.00', '0.01', '-0.01'].includes(residue);

/** The verbs that the status and the rights allow. */
export function ClaimVerbs() {
  const claim = useRecordContext<ClaimRecord>();
  const mayWrite = useHasRight('claim.write');
  const mayCheck = useHasRight('claim.check');
  const mayAssess = useHasRight('claim.assess');
  const mayDecide = useHasRight('claim.decide');
  if (!claim) return <VerbBar />;
  const { status, residue } = claim;
  const isOpen = ['DRAFT', 'RETURNED', 'SUBMITTED'].includes(status);
  const isWithMaker = status === 'DRAFT' || status === 'RETURNED';
  return (
    <VerbBar>
      {mayWrite && isOpen && <WithdrawButton claim={claim} />}
      {mayWrite && (isOpen || status === 'ASSESSED') && isOver(residue) && <ExplainButton claim={claim} />}
      {mayWrite && isWithMaker && <EditClaimButton claim={claim} />}
      {mayWrite && isWithMaker && <SubmitButton claim={claim} />}
      {mayCheck && status === 'SUBMITTED' && <CheckButton claim={claim} />}
      {mayDecide && status === 'CHECKED' && <SendButton claim={claim} />}
      {mayAssess && status === 'WITH_INSURER' && <AssessButton claim={claim} />}
    </VerbBar>
  );
}
