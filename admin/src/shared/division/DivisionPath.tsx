import { Tooltip } from '@mui/material';
import { type RaRecord, useFieldValue } from 'react-admin';
import { FieldText } from '../display/FieldText.tsx';

interface Division {
  code: string;
  name: string;
  path: string;
}

/** A village's name alone is ambiguous within its county, so its township precedes it. */
export function shortPath({ code, name, path }: Division): string {
  return code.length > 9 ? path.split(' ').slice(-2).join(' ') : name;
}

export function DivisionPath({
  division,
  full = false,
}: {
  division: Division | null | undefined;
  full?: boolean;
}) {
  if (!division) return <FieldText>—</FieldText>;
  if (full) return <FieldText>{division.path}</FieldText>;
  return (
    <Tooltip title={division.path}>
      <FieldText noWrap>{shortPath(division)}</FieldText>
    </Tooltip>
  );
}

interface DivisionFieldProps {
  source: string;
  full?: boolean;
  label?: string;
  record?: RaRecord;
}

export function DivisionField({ full, ...props }: DivisionFieldProps) {
  return <DivisionPath division={useFieldValue(props)} full={full} />;
}
