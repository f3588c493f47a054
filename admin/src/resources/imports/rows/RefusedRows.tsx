import Download from '@mui/icons-material/Download';
import { Alert, CircularProgress, Typography } from '@mui/material';
import { required, TextInput, useTranslate } from 'react-admin';
import { download } from '../../../api/download.ts';
import { Section } from '../../../shared/display/Section.tsx';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import type { Batch } from '../batch.ts';
import { FaultTable } from './FaultTable.tsx';
import { MOST_ROWS, useRefusals } from './row-faults.ts';

/** The file holds unmasked numbers, so a purpose is asked for and audited. */
export function DownloadButton({ batch }: { batch: Batch }) {
  const mayReveal = useHasRight('personal.reveal');
  if (!mayReveal) return null;
  return (
    <VerbButton
      label="resources.imports.download"
      icon={<Download fontSize="small" />}
      operation={`rejected ${batch.id}`}
      send={({ purpose }: { purpose: string }) =>
        download(`/imports/${encodeURIComponent(batch.id)}/rejected.xlsx`, purpose)
      }
      given={{}}
      fields={{
        purpose: (source) => (
          <TextInput source={source} label="resources.imports.purpose" validate={required()} />
        ),
      }}
      lead="resources.imports.downloadLead"
      success="resources.imports.downloaded"
    />
  );
}

/** Which rows were refused, where and why, by row number and heading of the user's own sheet. */
export function RefusedRows({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const { data, error, isPending } = useRefusals(batch.id, batch.version, batch.rejected > 0);
  if (batch.rejected === 0) return null;
  return (
    <Section title="resources.imports.refused">
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {translate('resources.imports.downloadHint')}
      </Typography>
      <DownloadButton batch={batch} />
      {error && (
        <Alert severity="error" sx={{ my: 1 }}>
          {translate(error.message)}
        </Alert>
      )}
      {isPending && <CircularProgress size={20} sx={{ display: 'block', my: 2 }} />}
      {data && <FaultTable batch={batch} faults={data.faults} label="resources.imports.refused" />}
      {batch.rejected > MOST_ROWS && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('resources.imports.moreInFile', { rows: MOST_ROWS })}
        </Typography>
      )}
    </Section>
  );
}
