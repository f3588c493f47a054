import { Button, Card, Checkbox, FormControlLabel } from '@mui/material';
import { useEffect, useState } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { request } from '../../../api/client.ts';
import { malformedAnswer } from '../../../api/errors.ts';
import { isSessionEnd } from '../../../api/session-end.ts';
import { LeaveQuestion } from '../../../shared/draft/LeaveQuestion.tsx';
import { columnsInError, WholeRefusal } from '../batch/WholeRefusal.tsx';
import type { Batch, Columns } from '../batch.ts';
import { checkImport } from '../imports.graphql.ts';
import { SheetChoices } from '../upload/SheetChoices.tsx';
import { asColumnMap, HeadingChoices, type HeadingMap, saysMore } from './HeadingChoices.tsx';

const COUNTY_DIGITS = 6;

interface ReadAgainProps {
  batch: Batch;
  columns: Columns;
  /** Called with whether something is chosen that the current check did not use. */
  onChange: (hasChoices: boolean) => void;
}

const readSheets = ({ sheets }: Columns) => sheets.filter(({ isRead }) => isRead).map(({ name }) => name);

/** Reads the same file again in another way: other sheets, without hidden rows, or with chosen headings. */
export function ReadAgain({ batch, columns, onChange }: ReadAgainProps) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const [sheets, setSheets] = useState(() => readSheets(columns));
  const [skipHiddenRows, setSkipHidden] = useState(columns.skipsHidden);
  const [isOfDay, setOfDay] = useState(false);
  const [map, setMap] = useState<HeadingMap>({});
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  // A new choice may raise further questions, until the file is read.
  const found = (error && columnsInError(error)) ?? columns;
  const hasHidden = (columns.hiddenRows ?? 0) > 0;
  const hasSheets = columns.sheets.length > 1;
  const canChoose = columns.listDay !== null || hasHidden || hasSheets || columns.ignored.length > 0;
  const hasChoices =
    saysMore(map) ||
    isOfDay ||
    skipHiddenRows !== columns.skipsHidden ||
    [...sheets].sort().join('\n') !== readSheets(columns).sort().join('\n');
  useEffect(() => {
    onChange(hasChoices);
    return () => onChange(false);
  }, [hasChoices, onChange]);
  const readAgain = async () => {
    setBusy(true);
    setError(undefined);
    const { kind, divisionCode, id: batchId } = batch;
    const input = {
      kind,
      batchId,
      countyCode: divisionCode.slice(0, COUNTY_DIGITS),
      divisionCode: divisionCode.length > COUNTY_DIGITS ? divisionCode : null,
      sheets: hasSheets ? sheets : null,
      skipHiddenRows,
      ...(isOfDay && { asOf: columns.listDay }),
      columnMap: Object.keys(map).length > 0 ? asColumnMap(map) : null,
    };
    try {
      const { checkImport: checked } = await request(checkImport, { input });
      if (!checked.importBatch) throw malformedAnswer(200);
      redirect('show', 'imports', checked.importBatch.id);
    } catch (failure) {
      if (isSessionEnd(failure)) return;
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setBusy(false);
    }
  };
  // Everything in the file was read and recognised.
  if (!canChoose) return null;
  return (
    <Card sx={{ p: 2, mt: 2 }}>
      <LeaveQuestion isOpen={() => hasChoices && !isBusy} hasInput={hasChoices} keepsDraft={false} />
      {hasSheets && (
        <SheetChoices names={columns.sheets.map(({ name }) => name)} value={sheets} onChange={setSheets} />
      )}
      {columns.listDay !== null && (
        <FormControlLabel
          label={translate('resources.imports.readOfDay', { day: columns.listDay })}
          control={<Checkbox size="small" checked={isOfDay} onChange={() => setOfDay(!isOfDay)} />}
        />
      )}
      {hasHidden && (
        <FormControlLabel
          label={translate('resources.imports.skipHidden')}
          control={
            <Checkbox size="small" checked={skipHiddenRows} onChange={() => setSkipHidden(!skipHiddenRows)} />
          }
        />
      )}
      <HeadingChoices
        columns={found.ignored}
        ambiguous={found.ambiguous}
        known={found.known}
        taken={new Set(found.recognised.map(({ key }) => key))}
        value={map}
        onChange={setMap}
      />
      {error && <WholeRefusal error={error} />}
      <Button variant="outlined" disabled={isBusy || (hasSheets && sheets.length === 0)} onClick={readAgain}>
        {translate('resources.imports.readAgain')}
      </Button>
    </Card>
  );
}
