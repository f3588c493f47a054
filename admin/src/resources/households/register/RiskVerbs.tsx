import { Typography } from '@mui/material';
import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import { CodeRadioInput, CodeSearchInput } from '../../../shared/codes/CodeInput.tsx';
import { useCodeLabel, withoutCodes } from '../../../shared/codes/codes.ts';
import { todayInCounty } from '../../../shared/display/today.ts';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { addRisk, eliminateRisk, rollBackElimination } from '../household-verbs.graphql.ts';
import type { Risk } from '../households.graphql.ts';

const key = 'resources.households.risks';
export const riskField = (name: string) => `${key}.fields.${name}`;

const endings = withoutCodes(RiskStatus, 'OPEN');

export function AddRiskButton({ householdId }: { householdId: string }) {
  return (
    <VerbButton
      label={`${key}.add`}
      operation={`addRisk ${householdId}`}
      run={(input) => addRisk({ ...input, householdId })}
      defaultValues={{ identifiedOn: todayInCounty() }}
      success={`${key}.added`}
      variant="contained"
    >
      <CodeSearchInput source="kind" label={riskField('kind')} list={RiskKind} validate={required()} />
      <DateInput source="identifiedOn" label={riskField('identifiedOn')} validate={required()} />
      <TextInput source="note" label={riskField('note')} multiline minRows={2} />
    </VerbButton>
  );
}

export function EliminateRiskButton({ risk }: { risk: Risk }) {
  const translate = useTranslate();
  const kind = useCodeLabel(RiskKind);
  return (
    <VerbButton
      label={`${key}.eliminate`}
      title={translate(`${key}.eliminateTitle`, { kind: kind(risk.kind) })}
      operation={`eliminateRisk ${risk.id}`}
      run={(input) => eliminateRisk({ ...input, id: risk.id, expectedVersion: risk.version })}
      defaultValues={{ status: 'HELPED', eliminatedOn: todayInCounty(), note: risk.note }}
      success={`${key}.eliminated`}
      variant="text"
    >
      <CodeRadioInput source="status" label={`${key}.eliminateStatus`} list={endings} />
      <DateInput source="eliminatedOn" label={riskField('eliminatedOn')} validate={required()} />
      <TextInput source="note" label={riskField('note')} multiline minRows={2} />
    </VerbButton>
  );
}

export function RollBackButton({ risk }: { risk: Risk }) {
  const translate = useTranslate();
  const kind = useCodeLabel(RiskKind);
  return (
    <VerbButton
      label={`${key}.rollBack`}
      title={translate(`${key}.rollBackTitle`, { kind: kind(risk.kind) })}
      operation={`rollBackElimination ${risk.id}`}
      run={(input) => rollBackElimination({ ...input, id: risk.id, expectedVersion: risk.version })}
      success={`${key}.rolledBack`}
      variant="text"
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate(`${key}.rollBackLead`)}
      </Typography>
      <TextInput source="reason" label={`${key}.rollBackReason`} validate={required()} />
    </VerbButton>
  );
}
