import { Box, Card } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { FieldText } from '../../../shared/display/FieldText.tsx';
import { Section } from '../../../shared/display/Section.tsx';
import { todayInCounty } from '../../../shared/display/today.ts';
import { type RowColumn, RowTable } from '../../../shared/table/RowTable.tsx';
import { useFormatCount } from '../TokenFields.tsx';
import { type DayOfUse, firstOfMonthOfUse, monthOfUse, usedSince } from './usage.ts';

/** Thirty bars, today at the right; the table below holds the numbers. */
function Bars({ days }: { days: readonly DayOfUse[] }) {
  const most = Math.max(1, ...days.map(({ operations }) => operations));
  return (
    <Box aria-hidden sx={{ display: 'flex', alignItems: 'flex-end', gap: '2px', height: 72 }}>
      {days.toReversed().map(({ day, operations, refusals }) => (
        <Box
          key={day}
          title={`${day} · ${operations}`}
          sx={{
            flex: 1,
            minHeight: 2,
            height: `${(operations / most) * 100}%`,
            backgroundColor: refusals > 0 ? 'warning.main' : operations > 0 ? 'primary.main' : 'divider',
          }}
        />
      ))}
    </Box>
  );
}

function Totals({ usage, today }: { usage: readonly DayOfUse[]; today: string }) {
  const translate = useTranslate();
  const format = useFormatCount();
  const line = (label: string, since: string) => {
    const { operations, points, refusals } = usedSince(usage, since);
    return translate(label, {
      operations: format(operations),
      points: format(points),
      refusals: format(refusals),
    });
  };
  return (
    <Box sx={{ mb: 1 }}>
      <FieldText>{line('resources.tokens.totalToday', today)}</FieldText>
      <FieldText>{line('resources.tokens.totalMonth', firstOfMonthOfUse(today))}</FieldText>
    </Box>
  );
}

/** What the token was used for lately. */
export function TokenUse() {
  const format = useFormatCount();
  const record = useRecordContext();
  if (!record) return null;
  const usage: DayOfUse[] = record.usage;
  const today = todayInCounty();
  const days = monthOfUse(usage, today);
  const count = (key: 'operations' | 'points' | 'refusals'): RowColumn<DayOfUse> => ({
    key,
    label: `resources.tokens.${key}`,
    cell: (use) => format(use[key]),
    align: 'right',
  });
  const columns: RowColumn<DayOfUse>[] = [
    { key: 'day', label: 'resources.tokens.day', cell: ({ day }) => day, noWrap: true, isName: true },
    count('operations'),
    count('points'),
    count('refusals'),
  ];
  return (
    <Section title="resources.tokens.fields.usage">
      {usage.length > 0 && (
        <Card sx={{ p: 2, mb: 1 }}>
          <Totals usage={usage} today={today} />
          <Bars days={days} />
        </Card>
      )}
      <RowTable
        rows={days.filter(({ operations, refusals }) => operations + refusals > 0)}
        columns={columns}
        keyOf={({ day }) => day}
        label="resources.tokens.fields.usage"
        empty="resources.tokens.noUse"
      />
    </Section>
  );
}
