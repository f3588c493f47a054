import { BooleanInput } from 'react-admin';

interface YesNoFilterProps {
  source: string;
  label?: string;
  defaultValue?: boolean;
}

// In the middle of the other filters and buttons, which are higher.
const sx = { ml: 1.5, mb: 0.5 };

/** Narrows a list to those to which it applies, or else to the others; gone where it is taken away. */
export function YesNoFilter({ source, label }: YesNoFilterProps) {
  return <BooleanInput source={source} label={label} helperText={false} sx={sx} />;
}
