import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportNeed } from '#schema/codes/imports/import-needs.ts';
import { useFormatInstant } from '../../../shared/display/days.ts';
import { wrappingChip } from '../../../shared/display/wrapping-chip.ts';
import type { AmbiguousColumn, SheetColumn } from '../batch.ts';
import { useColumnLabel, useNeedLabel } from './useColumnLabel.ts';

const chip = { ...wrappingChip, minHeight: 24 } as const;

interface ColumnChipsProps {
  recognised: readonly (SheetColumn & { key: string })[];
  ignored: readonly SheetColumn[];
  /** Ignored columns whose meaning must be chosen. */
  ambiguous?: readonly AmbiguousColumn[];
  missing?: readonly string[];
  /** Missing columns of which any of several will do. */
  missingOneOf?: readonly ImportNeed[];
}

function Group({
  title,
  labels,
  tone,
}: {
  title: string;
  labels: string[];
  tone: 'success' | 'default' | 'error';
}) {
  const translate = useTranslate();
  if (labels.length === 0) return null;
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 600, mb: 0.5 }}>
        {translate(title, { count: labels.length })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {labels.map((label) => (
          <Chip key={label} size="small" variant="outlined" color={tone} label={label} sx={chip} />
        ))}
      </Box>
    </Box>
  );
}

/** The header as recognised: the sheet's own heading, and its meaning where that is another word. */
export function ColumnChips({
  recognised,
  ignored,
  ambiguous = [],
  missing = [],
  missingOneOf = [],
}: ColumnChipsProps) {
  const translate = useTranslate();
  const inWords = useFormatInstant();
  const label = useColumnLabel();
  const need = useNeedLabel();
  const inSeveralWays = new Map(missingOneOf.map((ways) => [ways[0]?.at(-1), ways]));
  const lacking = missing.map((key) => need(inSeveralWays.get(key) ?? [[key]]));
  const isUndecided = ({ column }: SheetColumn) => ambiguous.some((one) => one.column === column);
  const isClear = (one: SheetColumn) => !isUndecided(one);
  // A choice remembered from earlier files is followed only where it is shown.
  const before = ({ rememberedAt }: SheetColumn) =>
    rememberedAt ? translate('resources.imports.saidBefore', { at: inWords(rememberedAt) }) : '';
  const nameOf = ({ column, heading }: SheetColumn) => `${column} ${heading}`;
  const read = recognised.filter(isClear).map((one) => {
    const meaning = one.heading === label(one.key) ? '' : ` → ${label(one.key)}`;
    return `${nameOf(one)}${meaning}${before(one)}`;
  });
  const undecided = [...recognised, ...ignored].filter(isUndecided).map(nameOf);
  const unread = ignored.filter(isClear).map((one) => `${nameOf(one)}${before(one)}`);
  return (
    <>
      <Group title="resources.imports.missing" labels={lacking} tone="error" />
      <Group title="resources.imports.toDecide" labels={undecided} tone="error" />
      <Group title="resources.imports.recognised" labels={read} tone="success" />
      <Group title="resources.imports.ignored" labels={unread} tone="default" />
    </>
  );
}
