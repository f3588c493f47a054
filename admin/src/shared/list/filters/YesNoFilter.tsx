import { BooleanInput } from 'react-admin';

interface YesNoFilterProps {
  source: string;
  label?: string;
  defaultValue?: boolean;
}

// Vertically centred beside the taller filters and buttons.
const sx = { ml: 1.5, mb: 0.5 };

/** Filters a list by yes or no; removing the filter shows all. */
export function YesNoFilter({ source, label }: YesNoFilterProps) {
  return <BooleanInput source={source} label={label} helperText={false} sx={sx} />;
}
