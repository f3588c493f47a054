import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { request } from '../../../api/client.ts';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import type { Batch } from '../batch.ts';
import { retryImportCheck, rollBackImport, startImport } from '../imports.graphql.ts';
import { withBuiltUpon } from '../rows/built-upon.ts';

export function StartButton({ batch, disabled }: { batch: Batch; disabled: boolean }) {
  const translate = useTranslate();
  const { id: batchId, created, updated, rejected } = batch;
  const isAgain = batch.status === 'FAILED';
  const lead = isAgain
    ? translate('resources.imports.goOnLead')
    : translate('resources.imports.startLead', { rows: created + updated, created, updated, rejected });
  return (
    <VerbButton
      label={isAgain ? 'resources.imports.goOn' : 'resources.imports.start'}
      title="resources.imports.startTitle"
      variant="contained"
      disabled={disabled}
      operation={`startImport ${batchId}`}
      run={({ clientMutationId }) => request(startImport, { input: { batchId, clientMutationId } })}
      success="resources.imports.started"
      subject={batch.fileName}
    >
      <Typography>{lead}</Typography>
    </VerbButton>
  );
}

export function CheckAgainButton({ batch }: { batch: Batch }) {
  const batchId = batch.id;
  return (
    <VerbButton
      label="resources.imports.checkAgain"
      title="resources.imports.checkAgainTitle"
      variant="contained"
      operation={`retryImportCheck ${batchId}`}
      run={({ clientMutationId }) => request(retryImportCheck, { input: { batchId, clientMutationId } })}
      success="resources.imports.checkedAgain"
      subject={batch.fileName}
      lead="resources.imports.checkAgainLead"
    />
  );
}

export function RollBackButton({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const batchId = batch.id;
  return (
    <VerbButton
      label="resources.imports.rollBack"
      title="resources.imports.rollBackTitle"
      color="error"
      operation={`rollBackImport ${batchId}`}
      run={({ clientMutationId }) =>
        request(rollBackImport, { input: { batchId, clientMutationId } }).catch(withBuiltUpon(translate))
      }
      success="resources.imports.rolledBack"
      subject={batch.fileName}
      lead="resources.imports.rollBackLead"
    />
  );
}
