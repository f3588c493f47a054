import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { required, SelectInput, useTranslate } from 'react-admin';
import type { Right } from '#schema/codes/rights.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useRights } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { ExportInputs, usualValues } from './ExportInputs.tsx';
import { startExport } from './exports.graphql.ts';

/** Whole kinds of records, those without a list page of their own too, and who may read them. */
const CHOICES: readonly (readonly [type: string, right: Right])[] = [
  ['Household', 'household.read'],
  ['Member', 'household.read'],
  ['HouseholdRisk', 'household.read'],
  ['Cadre', 'cadre.read'],
  ['Organization', 'organization.read'],
  ['Pairing', 'pairing.read'],
  ['VisitDuty', 'visit.read'],
  ['Visit', 'visit.read'],
  ['Problem', 'visit.read'],
  ['Division', 'division.read'],
  ['User', 'user.read'],
  ['AuditEvent', 'audit.read'],
];

const isRequired = required();

export function StartExportButton() {
  const translate = useTranslate();
  const rights = useRights();
  const choices = CHOICES.filter(([, right]) => rights.includes(right)).map(([id]) => ({
    id,
    name: translate(`resources.exports.types.${id}`),
  }));
  return (
    <VerbButton
      label="resources.exports.startOther"
      title="resources.exports.startOtherTitle"
      submitLabel="resources.exports.start"
      variant="contained"
      icon={<DownloadOutlined />}
      operation="startExport"
      defaultValues={usualValues}
      run={({ divisionCode, ...values }) => startExport({ ...values, divisionCode: divisionCode || null })}
      success="resources.exports.started"
    >
      <SelectInput
        source="type"
        label="resources.exports.fields.type"
        choices={choices}
        translateChoice={false}
        validate={isRequired}
      />
      <DivisionInput
        source="divisionCode"
        label="resources.exports.fields.divisionCode"
        helperText="resources.exports.divisionHint"
      />
      <ExportInputs />
    </VerbButton>
  );
}
