import { ListSubheader, MenuItem, TextField } from '@mui/material';
import { Role } from '#schema/codes/organization.codes.ts';
import { useCodeLabel, useEnumeration } from '../../shared/codes/codes.ts';
import { type ExampleQuery, exampleQueries, isFor } from '../queries.ts';
import { useText } from '../text.ts';

interface ExamplePickerProps {
  roles: readonly string[];
  value: string;
  onPick: (example: ExampleQuery) => void;
}

/** Examples the viewer may run first; the others below, named by whom they are for. */
export function ExamplePicker({ roles, value, onPick }: ExamplePickerProps) {
  const text = useText();
  const roleLabel = useCodeLabel(Role);
  const mine = exampleQueries.filter((example) => isFor(example, roles));
  const others = exampleQueries.filter((example) => !isFor(example, roles));
  const pick = (file: string) => {
    const example = exampleQueries.find((one) => one.file === file);
    if (example) onPick(example);
  };
  const enumerate = useEnumeration();
  return (
    <TextField
      select
      label={text(['示例查询', 'Example query'])}
      value={value}
      onChange={(event) => pick(event.target.value)}
      sx={{ maxWidth: 420, m: 0 }}
    >
      {mine.map(({ file, title }) => (
        <MenuItem key={file} value={file}>
          {text(title)}
        </MenuItem>
      ))}
      {others.length > 0 && (
        <ListSubheader>{text(['其他角色的示例', 'Examples for other roles'])}</ListSubheader>
      )}
      {others.map(({ file, title, roles: holders = [] }) => (
        <MenuItem key={file} value={file} sx={{ whiteSpace: 'normal' }}>
          {text(title)} ({enumerate(holders.map(roleLabel))})
        </MenuItem>
      ))}
    </TextField>
  );
}
