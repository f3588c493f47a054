import { AutocompleteInput, ReferenceInput, type Validator } from 'react-admin';

interface OrganizationInputProps {
  source: string;
  /** Where it is not the organization that a record belongs to. */
  label?: string;
  validate?: Validator;
  /** For a list's filters: stays in the bar. */
  alwaysOn?: boolean;
}

const toQuery = (search: string) => ({ search });

export function OrganizationInput({
  source,
  label = 'resources.cadres.fields.organizationId',
  validate,
}: OrganizationInputProps) {
  return (
    <ReferenceInput
      source={source}
      reference="organizations"
      sort={{ field: 'name', order: 'ASC' }}
      perPage={25}
    >
      <AutocompleteInput
        label={label}
        validate={validate}
        optionText="name"
        filterToQuery={toQuery}
        sx={{ minWidth: 220 }}
      />
    </ReferenceInput>
  );
}
