import { Alert, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Columns } from '../batch.ts';
import { useColumnLabel } from '../headings/useColumnLabel.ts';

/** A longer list of row numbers would not help. */
const MOST_NUMBERS = 20;

/** The first rows without a record, with their sheet where several are read. */
function rowNumbersOf({ skipped, sheets }: Columns): string {
  const hasSheets = sheets.filter(({ isRead }) => isRead).length > 1;
  const named = skipped.map(({ sheetName, rowNumber }) =>
    hasSheets ? `${sheetName} ${rowNumber}` : rowNumber,
  );
  return named.slice(0, MOST_NUMBERS).join(', ');
}

/** What of the file is not read, so that no total looks more complete than it is. */
export function LeftOut({ columns }: { columns: Columns }) {
  const translate = useTranslate();
  const unread = columns.sheets.filter(({ isRead }) => !isRead);
  const hidden = columns.hiddenRows ?? 0;
  const label = useColumnLabel();
  const skipped = columns.skippedRows ?? 0;
  const said = [
    ...(columns.listDay ? [translate('resources.imports.listDay', { day: columns.listDay })] : []),
    ...columns.ignored.flatMap(({ column, filled }) =>
      filled ? [translate('resources.imports.unnamedColumn', { column, cells: filled })] : [],
    ),
    ...columns.assumed.map(({ key, label: value }) =>
      translate('resources.imports.assumed', { column: label(key), value }),
    ),
    ...columns.recognised
      .filter(({ isHidden }) => isHidden)
      .map(({ column, heading }) =>
        translate('resources.imports.hiddenColumn', { heading: `${column} ${heading}` }),
      ),
    ...(skipped > 0
      ? [translate('resources.imports.skippedRows', { rows: skipped, numbers: rowNumbersOf(columns) })]
      : []),
    ...unread.map(({ name, rows, isHidden, isSetAside }) => {
      const words = isHidden ? 'hiddenSheet' : isSetAside ? 'sheetAside' : 'unreadSheet';
      return translate(`resources.imports.${words}`, { name, rows });
    }),
    ...(hidden > 0
      ? [
          translate(`resources.imports.${columns.skipsHidden ? 'hiddenLeft' : 'hiddenRead'}`, {
            rows: hidden,
          }),
        ]
      : []),
    ...columns.ambiguous.map(({ column, heading }) =>
      translate('resources.imports.unclearColumn', { heading: `${column} ${heading}` }),
    ),
  ];
  // Ignored columns are listed above, and sheets and hidden rows are known only at the end of the check.
  if (said.length === 0 && (columns.ignored.length > 0 || columns.hiddenRows === null)) return null;
  if (said.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('resources.imports.asIs')}
      </Typography>
    );
  return (
    <Alert severity="warning">
      {said.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </Alert>
  );
}
