import { BooleanInput } from 'react-admin';

interface SwitchFilterProps {
  source: string;
  label: string;
  alwaysOn?: boolean;
}

// Vertically centred beside the taller filters and buttons.
const sx = { ml: 1.5, mb: 0.5 };

/** Filters a list while it is on; the resource's `mapFilter` uses `onlyWhenOn`. */
export function SwitchFilter({ source, label }: SwitchFilterProps) {
  return <BooleanInput source={source} label={label} helperText={false} sx={sx} />;
}
