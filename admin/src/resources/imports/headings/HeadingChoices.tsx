import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AmbiguousColumn, KnownColumn, SheetColumn } from '../batch.ts';
import { useColumnLabel } from './useColumnLabel.ts';

/** A heading with the group above it: 日期 below 解除 differs from 日期 below 结对. */
const wordsOf = ({ group, heading }: SheetColumn) => `${group ?? ''}${heading}`;

/** Meanings that a person chose for headings, each with its group: the key of a column, or null for none. */
export type HeadingMap = Readonly<Record<string, string | null>>;

export const asColumnMap = (map: HeadingMap) =>
  Object.entries(map).map(([heading, key]) => ({ heading, key }));

/** Whether a meaning was given to a column; unrecognised columns are ignored anyway. */
export const saysMore = (map: HeadingMap): boolean => Object.values(map).some((key) => key !== null);

// On a phone the longest do not fit into one line.
const choice = { whiteSpace: 'normal' } as const;

interface HeadingChoicesProps {
  columns: readonly SheetColumn[];
  ambiguous: readonly AmbiguousColumn[];
  known: readonly KnownColumn[];
  /** Keys that other columns of the sheet already stand for. */
  taken: ReadonlySet<string>;
  value: HeadingMap;
  onChange: (map: HeadingMap) => void;
}

/** The meaning of a column that must still be chosen. */
const UNDECIDED = '?';

/** One choice for each unrecognised column: its meaning, or that it is ignored. */
export function HeadingChoices({ columns, ambiguous, known, taken, value, onChange }: HeadingChoicesProps) {
  const translate = useTranslate();
  const label = useColumnLabel();
  // A recognised column may need a choice too: an earlier choice contradicts its heading.
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
    const keys = mayBe
      .get(column)
      ?.map((key) => label(key))
      .join(' / ');
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
