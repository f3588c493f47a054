import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type InputOf, sendOf } from '../../../providers/data/documents.ts';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import type { Batch } from '../batch.ts';
import { retryImportCheck, rollBackImport, startImport } from '../imports.graphql.ts';
import { withCountOfDependents } from '../rows/dependents.ts';

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
      send={sendOf(startImport)}
      given={{ batchId }}
      fields={{}}
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
      send={sendOf(retryImportCheck)}
      given={{ batchId }}
      fields={{}}
      success="resources.imports.checkedAgain"
      subject={batch.fileName}
      lead="resources.imports.checkAgainLead"
    />
  );
}

export function RollBackImportButton({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const batchId = batch.id;
  return (
    <VerbButton
      label="resources.imports.rollBack"
      title="resources.imports.rollBackTitle"
      color="error"
      operation={`rollBackImport ${batchId}`}
      send={(input: InputOf<typeof rollBackImport>) =>
        sendOf(rollBackImport)(input).catch(withCountOfDependents(translate))
      }
      given={{ batchId }}
      fields={{}}
      success="resources.imports.rolledBack"
      subject={batch.fileName}
      lead="resources.imports.rollBackLead"
    />
  );
}
