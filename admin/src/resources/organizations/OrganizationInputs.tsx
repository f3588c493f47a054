import { required, TextInput } from 'react-admin';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';

export const organizationCodes = { level: OrganizationLevel };

export function OrganizationInputs() {
  return (
    <>
      <TextInput source="name" validate={required()} />
      <CodeInput source="level" list={OrganizationLevel} validate={required()} />
    </>
  );
}
