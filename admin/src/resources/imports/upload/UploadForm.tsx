import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { DateInput, Form, required, useTranslate } from 'react-admin';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { DivisionInput } from '../../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../../shared/division/useOwnPlace.ts';
import { LeaveQuestion } from '../../../shared/draft/LeaveQuestion.tsx';
import { type CheckState, useCheck } from '../batch/useCheck.ts';
import { columnsInError, sheetsOfRefusal, WholeRefusal } from '../batch/WholeRefusal.tsx';
import { asColumnMap, HeadingChoices, type HeadingMap, saysMore } from '../headings/HeadingChoices.tsx';
import { FilePicker } from './FilePicker.tsx';
import { KindInput } from './KindInput.tsx';
import { SheetChoices } from './SheetChoices.tsx';
import { uploadFault } from './upload.ts';

const countyOrBelow = (code: string) => (code && code.length < 6 ? 'resources.imports.tooWide' : undefined);

function Progress({ state }: { state: CheckState }) {
  const translate = useTranslate();
  if (state.phase !== 'uploading' && state.phase !== 'opening') return null;
  const percent = state.phase === 'uploading' ? Math.round(state.share * 100) : undefined;
  const words = percent === undefined ? 'resources.imports.opening' : 'resources.imports.uploading';
  const text = translate(words, { percent });
  return (
    <Box sx={{ my: 2 }}>
      <LinearProgress
        aria-label={text}
        variant={percent === undefined ? 'indeterminate' : 'determinate'}
        value={percent}
      />
      <Typography variant="body2" role="status" sx={{ mt: 0.5 }}>
        {text}
      </Typography>
    </Box>
  );
}

export function UploadForm() {
  const translate = useTranslate();
  const place = useOwnPlace();
  const { state, check, reset } = useCheck();
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const [map, setMap] = useState<HeadingMap>({});
  const [sheets, setSheets] = useState<string[]>([]);
  const found = state.phase === 'refused' ? columnsInError(state.error) : undefined;
  const sheetsToChoose = state.phase === 'refused' ? sheetsOfRefusal(state.error) : [];
  // Chosen sheets stay visible: a further question may concern the same sheets.
  const offered = [...new Set([...sheetsToChoose, ...sheets])];
  const hasChoices = saysMore(map) || sheets.length > 0;
  const isBusy = state.phase === 'uploading' || state.phase === 'opening';
  const pick = (picked: File) => {
    reset();
    setMap({});
    setSheets([]);
    setFile(picked);
    setFault(uploadFault(picked));
  };
  const submit = async (values: Record<string, unknown>) => {
    if (!file) return setFault('resources.imports.noFile');
    if (uploadFault(file)) return undefined;
    const { kind, divisionCode, asOf } = values as { kind: ImportKind; divisionCode: string; asOf?: string };
    return check({ file, kind, divisionCode, asOf: asOf || null, columnMap: asColumnMap(map), sheets });
  };
  return (
    <Form onSubmit={submit} defaultValues={{ kind: 'ROSTER', divisionCode: place }} noValidate>
      <LeaveQuestion isOpen={() => hasChoices && !isBusy} hasInput={hasChoices} keepsDraft={false} />
      <KindInput />
      <DivisionInput
        source="divisionCode"
        label="resources.imports.fields.divisionCode"
        helperText="resources.imports.divisionHint"
        validate={[required(), countyOrBelow]}
      />
      <DateInput
        source="asOf"
        label="resources.imports.fields.asOf"
        helperText="resources.imports.asOfHint"
      />
      <FilePicker file={file} fault={fault} disabled={isBusy} onPick={pick} />
      {state.phase === 'refused' && <WholeRefusal error={state.error} />}
      {offered.length > 0 && <SheetChoices names={offered} value={sheets} onChange={setSheets} />}
      {found && (
        <HeadingChoices
          columns={found.ignored}
          ambiguous={found.ambiguous}
          known={found.known}
          taken={new Set(found.recognised.map(({ key }) => key))}
          value={map}
          onChange={setMap}
        />
      )}
      <Progress state={state} />
      <Button type="submit" variant="contained" size="large" disabled={isBusy} sx={{ mt: 2 }}>
        {translate('resources.imports.upload')}
      </Button>
    </Form>
  );
}
