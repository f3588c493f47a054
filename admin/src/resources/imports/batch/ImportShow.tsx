import { Alert, Box, Button, Card, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { Link, RecordField, Show, useRecordContext, useTranslate } from 'react-admin';
import { type ErrorCode, errorTexts } from '#schema/codes/errors/error-codes.ts';
import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { pollWhile } from '../../../providers/data/poll.ts';
import { CodeField } from '../../../shared/codes/CodeField.tsx';
import { useLang } from '../../../shared/codes/codes.ts';
import { FactGrid } from '../../../shared/display/FactGrid.tsx';
import { InstantField } from '../../../shared/display/TimeFields.tsx';
import { DivisionOfCode } from '../../../shared/division/DivisionOfCode.tsx';
import { type Batch, canRollBack, canStart, isCheckBroken, isUnderWay, stepOf } from '../batch.ts';
import { ColumnChips } from '../headings/ColumnChips.tsx';
import { ReadAgain } from '../headings/ReadAgain.tsx';
import { ImportStatusField } from '../ImportStatusField.tsx';
import { ChangedRows } from '../rows/ChangedRows.tsx';
import { DoubtfulRows } from '../rows/DoubtfulRows.tsx';
import { LeftOut } from '../rows/LeftOut.tsx';
import { RefusedRows } from '../rows/RefusedRows.tsx';
import { CheckAgainButton, RollBackImportButton, StartButton } from './BatchVerbs.tsx';
import { Counts } from './Counts.tsx';
import { ImportSteps } from './ImportSteps.tsx';

function Facts() {
  return (
    <FactGrid>
      <RecordField source="fileName" sx={{ overflowWrap: 'anywhere' }} />
      <RecordField source="kind">
        <CodeField source="kind" list={ImportKind} />
      </RecordField>
      <RecordField source="divisionCode">
        <DivisionOfCode />
      </RecordField>
      <RecordField source="asOf" empty="—" />
      <RecordField source="status">
        <ImportStatusField />
      </RecordField>
      <RecordField source="createdAt" field={InstantField} />
      <RecordField source="finishedAt" field={InstantField} />
    </FactGrid>
  );
}

/** The number of rows is known only when all are read. */
function Progress({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const { processed, total } = batch;
  const isCheck = batch.status === 'CHECKING';
  const text = translate(`resources.imports.${isCheck ? 'checkedSoFar' : 'progress'}`, {
    processed: processed.toLocaleString('en-US'),
    total: total.toLocaleString('en-US'),
  });
  return (
    <Card sx={{ p: 2, mt: 2 }}>
      <Typography sx={{ mb: 1 }}>
        {translate(`resources.imports.${isCheck ? 'underCheck' : 'running'}`)}
      </Typography>
      <LinearProgress
        aria-label={text}
        variant={isCheck ? 'indeterminate' : 'determinate'}
        value={!isCheck && total > 0 ? Math.round((processed / total) * 100) : undefined}
      />
      <Typography variant="body2" role="status" sx={{ mt: 0.5 }}>
        {text}
      </Typography>
    </Card>
  );
}

function Failure({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  const lang = useLang();
  if (batch.status !== 'FAILED') return null;
  const texts = errorTexts[(batch.failure ?? 'INTERNAL') as ErrorCode];
  return (
    <Alert severity="error" sx={{ mt: 2 }}>
      {translate(`resources.imports.${isCheckBroken(batch) ? 'notChecked' : 'broken'}`, {
        reason: texts?.[lang] ?? batch.failure,
      })}
    </Alert>
  );
}

function headingOf({ status, startedAt }: Batch): string {
  if (startedAt === null) return 'willBe';
  return status === 'ROLLED_BACK' ? 'undone' : 'wasDone';
}

interface ReportProps {
  batch: Batch;
  /** Something was chosen below that this check did not use. */
  hasChoices: boolean;
}

function Report({ batch, hasChoices }: ReportProps) {
  const translate = useTranslate();
  const isChecked = batch.startedAt === null;
  return (
    <Card sx={{ p: 2, mt: 2 }}>
      {!isCheckBroken(batch) && (
        <Box sx={{ mb: 2 }}>
          <Typography variant="h3" component="h2" sx={{ mb: 1.5 }}>
            {translate(`resources.imports.${headingOf(batch)}`)}
          </Typography>
          <Counts batch={batch} />
        </Box>
      )}
      {batch.status === 'CHECKED' && !canStart(batch) && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('resources.imports.nothingNew')}
        </Alert>
      )}
      {hasChoices && canStart(batch) && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('resources.imports.choicesWait')}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {isCheckBroken(batch) && <CheckAgainButton batch={batch} />}
        {canStart(batch) && <StartButton batch={batch} disabled={hasChoices} />}
        {canRollBack(batch) && <RollBackImportButton batch={batch} />}
        <Button component={Link} to="/imports/create" size="small">
          {translate(`resources.imports.${isChecked ? 'chooseOther' : 'again'}`)}
        </Button>
        <Button component={Link} to="/imports" size="small">
          {translate('resources.imports.toList')}
        </Button>
      </Box>
    </Card>
  );
}

function ColumnReport({ batch }: { batch: Batch }) {
  const translate = useTranslate();
  if (!batch.columns) return null;
  const { sheetName: sheet, headerRow: row, recognised, ignored } = batch.columns;
  return (
    <Card sx={{ p: 2, mt: 2 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {translate(sheet ? 'resources.imports.sheetAt' : 'resources.imports.headerAt', { sheet, row })}
      </Typography>
      <ColumnChips recognised={recognised} ignored={ignored} />
      <LeftOut columns={batch.columns} />
    </Card>
  );
}

function BatchPage() {
  const batch = useRecordContext<Batch>();
  const [hasChoices, setHasChoices] = useState(false);
  if (!batch) return null;
  return (
    <>
      <ImportSteps
        active={stepOf(batch)}
        isDone={batch.status === 'DONE'}
        isBroken={batch.status === 'FAILED'}
      />
      <Facts />
      <Failure batch={batch} />
      {isUnderWay(batch) ? <Progress batch={batch} /> : <Report batch={batch} hasChoices={hasChoices} />}
      <ColumnReport batch={batch} />
      {batch.status === 'CHECKED' && batch.columns && (
        <ReadAgain key={batch.id} batch={batch} columns={batch.columns} onChange={setHasChoices} />
      )}
      {!isUnderWay(batch) && !isCheckBroken(batch) && (
        <>
          <DoubtfulRows batch={batch} />
          <ChangedRows batch={batch} />
          <RefusedRows batch={batch} />
        </>
      )}
    </>
  );
}

const queryOptions = {
  meta: { view: 'page' },
  refetchInterval: pollWhile(isUnderWay, 1_000),
} as const;

// Long headings are cut off inside the page instead of widening it.
const sx = { '& .RaShow-card': { minWidth: 0 } };

export function ImportShow() {
  return (
    <Show<Batch> component="div" actions={false} queryOptions={queryOptions} sx={sx}>
      <BatchPage />
    </Show>
  );
}
