import { AutocompleteInput, type RaRecord, ReferenceInput, type Validator } from 'react-admin';

const searchBy = (search: string) => ({ search });
const byName = { field: 'name', order: 'ASC' } as const;
const inPost = { status: ['ACTIVE'] };

const named = (cadre: RaRecord) =>
  [cadre.name, cadre.organization?.name, cadre.jobTitle].filter(Boolean).join(' · ');

export function AccountCadreInput({ validate }: { validate?: Validator }) {
  return (
    <ReferenceInput source="cadreId" reference="cadres" sort={byName} filter={inPost}>
      <AutocompleteInput
        label="resources.users.fields.cadreId"
        optionText={named}
        filterToQuery={searchBy}
        helperText="resources.users.cadreHint"
        validate={validate}
      />
    </ReferenceInput>
  );
}
