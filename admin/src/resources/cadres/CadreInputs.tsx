import { required, TextInput } from 'react-admin';
import { PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { CodeInput, CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { OrganizationInput } from '../organizations/OrganizationInput.tsx';

export const cadreCodes = { sex: Sex, politicalStatus: PoliticalStatus };

export function CadreInputs({ phoneHint }: { phoneHint?: string }) {
  return (
    <>
      <TextInput source="name" validate={required()} />
      <CodeRadioInput source="sex" list={Sex} />
      <DivisionInput
        source="divisionCode"
        label="resources.cadres.fields.divisionCode"
        validate={required()}
      />
      <OrganizationInput source="organizationId" />
      <TextInput source="jobTitle" />
      <TextInput source="phone" helperText={phoneHint} autoComplete="off" />
      <CodeInput source="politicalStatus" list={PoliticalStatus} />
      <TextInput source="note" multiline minRows={2} />
    </>
  );
}
