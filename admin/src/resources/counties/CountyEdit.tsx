import { maxValue, minValue, NumberInput, required } from 'react-admin';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { EditShell } from '../../shared/edit/EditShell.tsx';

const codes = { loadPolicy: LoadPolicy };
const inRange = [required(), minValue(1), maxValue(999)];

export function CountyEdit() {
  return (
    <EditShell codes={codes}>
      <NumberInput
        source="maxLoad"
        min={1}
        max={999}
        step={1}
        validate={inRange}
        helperText="resources.counties.maxLoadHint"
      />
      <CodeRadioInput source="loadPolicy" list={LoadPolicy} />
    </EditShell>
  );
}
