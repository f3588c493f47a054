import { maxValue, minValue, NumberInput, required } from 'react-admin';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { EditShell } from '../../shared/edit/EditShell.tsx';
import { recordForm } from '../../shared/form/form-fields.ts';
import type { UpdateCountyInput } from './counties.graphql.ts';

const codes = { loadPolicy: LoadPolicy };
const inRange = [required(), minValue(1), maxValue(999)];

const form = recordForm<UpdateCountyInput>({
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
  return (
    <EditShell codes={codes} transform={form.toInput}>
      {form.all}
    </EditShell>
  );
}
