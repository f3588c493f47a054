import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { ChecklistAnswer, ChecklistItem, IncomeChange, VisitMode } from '#schema/codes/help/visit.codes.ts';
import { CodeChip } from '../../../shared/codes/CodeChip.tsx';
import { type ScreenCodes, useCodeLabel } from '../../../shared/codes/codes.ts';
import { useFormatInstant } from '../../../shared/display/days.ts';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import type { Check } from '../checks.ts';
import { answerTone } from '../tones.ts';
import type { VisitRecord } from '../visits.graphql.ts';
import { type FormerVersion, formerVersions, type VersionChange } from './version-changes.ts';

const key = 'resources.visits.version';

function Answer({ check }: { check: Check | null }) {
  if (!check) return <>—</>;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <CodeChip list={ChecklistAnswer} tones={answerTone} code={check.answer} />
      {check.note}
    </Box>
  );
}

function Coded({ list, code }: { list: ScreenCodes; code: string }) {
  return <>{useCodeLabel(list)(code)}</>;
}

const LISTS: Readonly<Record<string, ScreenCodes>> = { mode: VisitMode, incomeChange: IncomeChange };

function Value({ field, value }: { field: string; value: VersionChange['before'] }) {
  if (value === null || value === '') return <>—</>;
  if (typeof value === 'object') return <Answer check={value} />;
  const list = LISTS[field];
  return list ? (
    <Coded list={list} code={value} />
  ) : (
    <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
      {value}
    </Box>
  );
}

function Differences({ former }: { former: FormerVersion }) {
  const translate = useTranslate();
  const itemLabel = useCodeLabel(ChecklistItem);
  return (
    <RowTable
      rows={former.changes}
      keyOf={({ field }) => field}
      label={`${key}.heading`}
      empty={`${key}.same`}
      columns={[
        {
          key: 'field',
          label: `${key}.field`,
          isName: true,
          cell: ({ field, isCheck }) => (isCheck ? itemLabel(field) : translate(fieldLabel('visits', field))),
        },
        {
          key: 'before',
          label: `${key}.before`,
          cell: ({ field, before }) => <Value field={field} value={before} />,
        },
        {
          key: 'after',
          label: `${key}.after`,
          cell: ({ field, after }) => <Value field={field} value={after} />,
        },
      ]}
    />
  );
}

export function VisitVersions() {
  const translate = useTranslate();
  const format = useFormatInstant();
  const record = useRecordContext<VisitRecord>();
  if (!record) return null;
  return formerVersions(record).map((former, index) => (
    <Accordion key={former.id} defaultExpanded={index === 0} variant="outlined" disableGutters>
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Typography component="span">
          {translate(`${key}.heading`, { version: former.version })} ·{' '}
          {translate(`${key}.at`, { at: format(former.replacedAt) })}
          {former.reason && ` · ${former.reason}`}
        </Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Differences former={former} />
      </AccordionDetails>
    </Accordion>
  ));
}
