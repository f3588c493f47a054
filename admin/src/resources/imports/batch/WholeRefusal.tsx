import { Alert, AlertTitle, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportNeed } from '#schema/codes/imports/import-needs.ts';
import { errorBody } from '../../../api/errors.ts';
import type { AmbiguousColumn, KnownColumn, SheetColumn } from '../batch.ts';
import { ColumnChips } from '../headings/ColumnChips.tsx';

export interface FoundColumns {
  recognised: (SheetColumn & { key: string })[];
  ignored: SheetColumn[];
  ambiguous: AmbiguousColumn[];
  known: KnownColumn[];
  missing: string[];
  missingOneOf?: ImportNeed[];
}

export const columnsInError = (error: Error): FoundColumns | undefined =>
  errorBody(error)?.details?.columns as FoundColumns | undefined;

/** The sheets of which the user must choose those to read. */
export const sheetsOfRefusal = (error: Error): readonly string[] => {
  const sheets = errorBody(error)?.details?.sheets as readonly { name: string }[] | undefined;
  return sheets?.map(({ name }) => name) ?? [];
};

interface SheetLine {
  sheetName: string;
  rowNumber: number;
}

/** Why a sheet was refused as a whole, and what was recognised in its header, which shows the sheet that was meant. */
export function WholeRefusal({ error }: { error: Error }) {
  const translate = useTranslate();
  const body = errorBody(error);
  const columns = columnsInError(error);
  const line = body?.details?.line as SheetLine | undefined;
  const reasons = Object.values(body?.errors ?? {}).filter((text) => text !== error.message);
  return (
    <Alert severity="error" sx={{ my: 2, '& .MuiAlert-message': { minWidth: 0, width: '100%' } }}>
      <AlertTitle>{translate('resources.imports.refusedWhole')}</AlertTitle>
      {translate(error.message)}
      {reasons.map((text) => (
        <div key={text}>{text}</div>
      ))}
      {line && (
        <div>
          {translate(`resources.imports.${line.sheetName ? 'lineOfSheet' : 'lineOfFile'}`, {
            sheet: line.sheetName,
            row: line.rowNumber,
          })}
        </div>
      )}
      {columns && (
        <Box sx={{ mt: 1.5, color: 'text.primary' }}>
          {columns.recognised.length === 0 && !line && sheetsOfRefusal(error).length === 0 && (
            <p>{translate('resources.imports.noColumns')}</p>
          )}
          <ColumnChips {...columns} />
        </Box>
      )}
    </Alert>
  );
}
