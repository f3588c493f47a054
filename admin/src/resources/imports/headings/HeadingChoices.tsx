import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AmbiguousColumn, KnownColumn, SheetColumn } from '../batch.ts';
import { useColumnLabel } from './useColumnLabel.ts';

/** A heading with the group above it: 日期 below 解除 is another than 日期 below 结对. */
const wordsOf = ({ group, heading }: SheetColumn) => `${group ?? ''}${heading}`;

/** What a person says of headings, each with its group: the key of a column, or null for none. */
export type HeadingMap = Readonly<Record<string, string | null>>;

export const asColumnMap = (map: HeadingMap) =>
  Object.entries(map).map(([heading, key]) => ({ heading, key }));

/** Whether a column was given a meaning; one that is not understood is not read anyway. */
export const saysMore = (map: HeadingMap): boolean => Object.values(map).some((key) => key !== null);

// On a phone the longest do not fit into one line.
const choice = { whiteSpace: 'normal' } as const;

interface HeadingChoicesProps {
  columns: readonly SheetColumn[];
  ambiguous: readonly AmbiguousColumn[];
  known: readonly KnownColumn[];
  /** Keys that other columns of the sheet stand for. */
  taken: ReadonlySet<string>;
  value: HeadingMap;
  onChange: (map: HeadingMap) => void;
}

/** Nothing said yet of a column of which somebody must say what it is. */
const UNDECIDED = '?';

/** One choice for each column that was not understood: what it stands for, or that it is not read. */
export function HeadingChoices({ columns, ambiguous, known, taken, value, onChange }: HeadingChoicesProps) {
  const translate = useTranslate();
  const label = useColumnLabel();
  // Of a column that is read it may be asked as well: what was said of it before contradicts what it is called.
  const others = ambiguous.filter(({ column }) => !columns.some((one) => one.column === column));
  const undecided = [...columns, ...others];
  if (undecided.length === 0) return null;
  const mayBe = new Map(ambiguous.map(({ column, keys }) => [column, keys]));
  const chosen = (one: SheetColumn) => {
    const { column } = one;
    const key = value[wordsOf(one)];
    return key === undefined && mayBe.has(column) ? UNDECIDED : (key ?? '');
  };
  const helperText = (column: string) => {
    const keys = mayBe.get(column)?.map(label).join(' / ');
    return keys && translate('resources.imports.mayBe', { columns: keys });
  };
  return (
    <>
      <Typography variant="body2" sx={{ fontWeight: 600, mt: 1 }}>
        {translate('resources.imports.mapTitle')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {translate('resources.imports.mapHint')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
          mb: 2,
        }}
      >
        {undecided.map((one) => (
          <TextField
            key={one.column}
            select
            size="small"
            label={`${one.column} ${wordsOf(one)}`}
            value={chosen(one)}
            helperText={helperText(one.column)}
            onChange={(event) => onChange({ ...value, [wordsOf(one)]: event.target.value || null })}
          >
            {mayBe.has(one.column) && (
              <MenuItem value={UNDECIDED} disabled sx={choice}>
                {translate('resources.imports.undecided')}
              </MenuItem>
            )}
            <MenuItem value="" sx={choice}>
              {translate('resources.imports.notRead')}
            </MenuItem>
            {known.map(({ key, isRequired, oneOf }) => (
              <MenuItem key={key} value={key} sx={choice}>
                {label(key)}
                {(isRequired || oneOf) && ' *'}
                {taken.has(key) && ` ${translate('resources.imports.isTaken')}`}
              </MenuItem>
            ))}
          </TextField>
        ))}
      </Box>
    </>
  );
}
