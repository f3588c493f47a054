import { AutocompleteInput, type RaRecord, ReferenceInput, type Validator } from 'react-admin';
import { shortPath } from '../division/DivisionPath.tsx';

interface PickerProps {
  source: string;
  label: string;
  validate?: Validator;
  helperText?: string | false;
  alwaysOn?: boolean;
}

const bySearch = (search: string) => (search ? { search } : {});

/** Heads share names, so village and visible end of the identity number distinguish them. */
const householdText = (record?: RaRecord): string =>
  record
    ? [record.headName, record.village && shortPath(record.village), record.headIdMasked?.slice(-4)]
        .filter(Boolean)
        .join(' · ')
    : '';

const cadreText = (record?: RaRecord): string =>
  record ? [record.name, record.organization?.name].filter(Boolean).join(' · ') : '';

// On phones it leaves room for the button that removes the filter.
const width = { minWidth: { xs: 0, sm: 240 }, flexGrow: 1 } as const;

/** Finds a household by name, pinyin, initials, identity number or phone. */
export function HouseholdPicker({ source, alwaysOn: _, ...rest }: PickerProps) {
  return (
    <ReferenceInput source={source} reference="households">
      <AutocompleteInput optionText={householdText} filterToQuery={bySearch} sx={width} {...rest} />
    </ReferenceInput>
  );
}

export function CadrePicker({ source, alwaysOn: _, ...rest }: PickerProps) {
  return (
    <ReferenceInput source={source} reference="cadres">
      <AutocompleteInput optionText={cadreText} filterToQuery={bySearch} sx={width} {...rest} />
    </ReferenceInput>
  );
}
