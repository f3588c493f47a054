import { Alert, CircularProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../../shared/display/Section.tsx';
import type { Batch } from '../batch.ts';
import { FaultTable } from './FaultTable.tsx';
import { MOST_ROWS, useDoubts } from './row-faults.ts';

/** Rows with warnings that are not refused, such as a person who may be on record already. */
export function DoubtfulRows({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const { data, error, isPending } = useDoubts(batch.id, batch.version);
  const isEmpty = data?.total === 0;
  return (
    <Section title="resources.imports.doubts">
      {!isEmpty && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {translate('resources.imports.doubtsHint')}
        </Typography>
      )}
      {error && (
        <Alert severity="error" sx={{ my: 1 }}>
          {translate(error.message)}
        </Alert>
      )}
      {isPending && <CircularProgress size={20} sx={{ display: 'block', my: 2 }} />}
      {isEmpty && <Typography>{translate('resources.imports.noDoubts')}</Typography>}
      {data && !isEmpty && <FaultTable batch={batch} faults={data.faults} label="resources.imports.doubts" />}
      {data && data.total > MOST_ROWS && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('resources.imports.moreDoubts', { rows: MOST_ROWS, total: data.total })}
        </Typography>
      )}
    </Section>
  );
}
