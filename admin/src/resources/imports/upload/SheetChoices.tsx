import { Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

interface SheetChoicesProps {
  names: readonly string[];
  value: readonly string[];
  onChange: (names: string[]) => void;
}

/** Which sheets of a file are to be read. */
export function SheetChoices({ names, value, onChange }: SheetChoicesProps) {
  const translate = useTranslate();
  const toggle = (name: string) =>
    onChange(value.includes(name) ? value.filter((one) => one !== name) : [...value, name]);
  return (
    <>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {translate('resources.imports.sheetsToRead')}
      </Typography>
      <FormGroup row>
        {names.map((name) => (
          <FormControlLabel
            key={name}
            label={name}
            control={<Checkbox size="small" checked={value.includes(name)} onChange={() => toggle(name)} />}
          />
        ))}
      </FormGroup>
    </>
  );
}
