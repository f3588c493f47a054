import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { required, SelectInput, useTranslate } from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { notInForm } from '../../shared/form/form-fields.ts';
import { useConsoleResources } from '../../shared/resource/useConsoleResources.ts';
import { useRights } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { exportFields, exportLayout, usualValues } from './export-fields.tsx';
import { startExport } from './exports.graphql.ts';

const isRequired = required();

export function StartExportButton() {
  const translate = useTranslate();
  const rights = useRights();
  const resources = useConsoleResources();
  // All record types that the user may read, also those without a list page.
  const choices = resources
    .filter((resource) => resource.rights && rights.includes(resource.rights.read))
    .flatMap(({ exports = [] }) => exports)
    .map(({ type }) => ({ id: type, name: translate(`resources.exports.types.${type}`) }));
  return (
    <VerbButton
      label="resources.exports.startOther"
      title="resources.exports.startOtherTitle"
      submitLabel="resources.exports.start"
      variant="contained"
      icon={<DownloadOutlined />}
      operation="startExport"
      defaultValues={usualValues}
      send={startExport}
      given={{}}
      fields={{
        type: (source) => (
          <SelectInput
            source={source}
            label="resources.exports.fields.type"
            choices={choices}
            translateChoice={false}
            validate={isRequired}
          />
        ),
        divisionCode: {
          draw: (source) => (
            <DivisionInput
              source={source}
              label="resources.exports.fields.divisionCode"
              helperText="resources.exports.divisionHint"
            />
          ),
          toInput: ({ divisionCode }) => (divisionCode ? String(divisionCode) : null),
        },
        ...exportFields,
        filter: notInForm,
        where: notInForm,
        fields: notInForm,
      }}
      layout={exportLayout}
      success="resources.exports.started"
    />
  );
}
