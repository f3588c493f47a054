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
      send={addRisk}
      given={{ householdId }}
      fields={{
        kind: (source) => (
          <CodeSearchInput source={source} label={riskField('kind')} list={RiskKind} validate={required()} />
        ),
        identifiedOn: (source) => (
          <DateInput source={source} label={riskField('identifiedOn')} validate={required()} />
        ),
        note: (source) => <TextInput source={source} label={riskField('note')} multiline minRows={2} />,
      }}
      defaultValues={{ identifiedOn: todayInCounty() }}
      success={`${key}.added`}
      variant="contained"
    />
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
      send={eliminateRisk}
      given={{ id: risk.id, expectedVersion: risk.version }}
      fields={{
        status: (source) => (
          <CodeRadioInput source={source} label={`${key}.eliminateStatus`} list={endings} />
        ),
        eliminatedOn: (source) => (
          <DateInput source={source} label={riskField('eliminatedOn')} validate={required()} />
        ),
        note: (source) => <TextInput source={source} label={riskField('note')} multiline minRows={2} />,
      }}
      defaultValues={{ status: 'HELPED', eliminatedOn: todayInCounty(), note: risk.note }}
      success={`${key}.eliminated`}
      variant="text"
    />
  );
}

export function RollBackEliminationButton({ risk }: { risk: Risk }) {
  const translate = useTranslate();
  const kind = useCodeLabel(RiskKind);
  return (
    <VerbButton
      label={`${key}.rollBack`}
      title={translate(`${key}.rollBackTitle`, { kind: kind(risk.kind) })}
      operation={`rollBackElimination ${risk.id}`}
      send={rollBackElimination}
      given={{ id: risk.id, expectedVersion: risk.version }}
      fields={{
        reason: (source) => (
          <TextInput source={source} label={`${key}.rollBackReason`} validate={required()} />
        ),
      }}
      success={`${key}.rolledBack`}
      variant="text"
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate(`${key}.rollBackLead`)}
      </Typography>
    </VerbButton>
  );
}
