import { BooleanInput } from 'react-admin';

interface SwitchFilterProps {
  source: string;
  label: string;
  alwaysOn?: boolean;
}

// In the middle of the other filters and buttons, which are higher.
const sx = { ml: 1.5, mb: 0.5 };

/** Narrows a list while it is on; the resource's `mapFilter` says `onlyWhenOn`. */
export function SwitchFilter({ source, label }: SwitchFilterProps) {
  return <BooleanInput source={source} label={label} helperText={false} sx={sx} />;
}
