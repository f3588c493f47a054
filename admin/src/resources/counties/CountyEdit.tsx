import { maxValue, minValue, NumberInput, required } from 'react-admin';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { EditShell } from '../../shared/edit/EditShell.tsx';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { countyDocuments } from './counties.graphql.ts';

const codes = { loadPolicy: LoadPolicy };
const inRange = [required(), minValue(1), maxValue(999)];

const form = editFormOf(countyDocuments, {
  maxLoad: (source) => (
    <NumberInput
      source={source}
      min={1}
      max={999}
      step={1}
      validate={inRange}
      helperText="resources.counties.maxLoadHint"
    />
  ),
  loadPolicy: (source) => <CodeRadioInput source={source} list={LoadPolicy} />,
});

export function CountyEdit() {
  return <EditShell form={form} codes={codes} />;
}
