import { AutocompleteInput, ReferenceInput } from 'react-admin';

interface OrganizationInputProps {
  source: string;
  label?: string;
  /** For a list's filters: stays in the bar. */
  alwaysOn?: boolean;
}

const toQuery = (search: string) => ({ search });

export function OrganizationInput({
  source,
  label = 'resources.cadres.fields.organizationId',
}: OrganizationInputProps) {
  return (
    <ReferenceInput
      source={source}
      reference="organizations"
      sort={{ field: 'name', order: 'ASC' }}
      perPage={25}
    >
      <AutocompleteInput label={label} optionText="name" filterToQuery={toQuery} sx={{ minWidth: 220 }} />
    </ReferenceInput>
  );
}
