import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';

export interface AffectedLine {
  key: string;
  /** Name of the record that will change. */
  name: string;
  /** What distinguishes it from others of that name, and its present state. */
  about: string;
  /** Why it will be refused, as far as is known. */
  fault?: string;
}

interface AffectedRecordsProps {
  title: string;
  /** Undefined until loaded. */
  lines: readonly AffectedLine[] | undefined;
  /** Number of all records, where more are concerned than are listed. */
  total?: number;
  /** Why they could not be loaded: a failure must not look like an empty list. */
  error?: Error | null;
}

const box = {
  maxHeight: 200,
  overflowY: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  px: 1.5,
  py: 0.5,
  mb: 2,
} as const;

/** The records that a verb is about to change, listed before it is sent. */
export function AffectedRecords({ title, lines, total, error }: AffectedRecordsProps) {
  const translate = useTranslate();
  const titleId = useId();
  if (error && !lines)
    return (
      <Alert severity="error" sx={{ mb: 2 }}>
        {translate('bangfu.verb.unlisted', { reason: translate(error.message) })}
      </Alert>
    );
  if (!lines) return <Skeleton variant="rounded" height={72} sx={{ mb: 2 }} />;
  const more = (total ?? 0) - lines.length;
  return (
    <>
      <Typography id={titleId} variant="subtitle2">
        {title}
      </Typography>
      <Box component="section" tabIndex={0} aria-labelledby={titleId} sx={box}>
        <Box component="ol" sx={{ m: 0, pl: 3 }}>
          {lines.map(({ key, name, about, fault }) => (
            <Typography key={key} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {name}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' '}
                {about}
              </Box>
              {fault && (
                <Box component="span" sx={{ color: 'error.main' }}>
                  {' '}
                  {fault}
                </Box>
              )}
            </Typography>
          ))}
        </Box>
        {more > 0 && (
          <Typography variant="body2">{translate('bangfu.verb.more', { smart_count: more })}</Typography>
        )}
      </Box>
    </>
  );
}
