import { Box, Tooltip } from '@mui/material';
import { type RaRecord, useFieldValue } from 'react-admin';

interface Division {
  name: string;
  path: string;
}

/** The name alone is ambiguous (every county has a 城关镇), so the path above it is always near. */
export function DivisionPath({
  division,
  full = false,
}: {
  division: Division | null | undefined;
  full?: boolean;
}) {
  if (!division) return <span>—</span>;
  if (full) return <span>{division.path}</span>;
  return (
    <Tooltip title={division.path}>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {division.name}
      </Box>
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
