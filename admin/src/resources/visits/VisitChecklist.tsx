import { useRecordContext, useTranslate } from 'react-admin';
import { ChecklistAnswer, ChecklistItem } from '#schema/codes/visit.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { RowTable } from '../../shared/table/RowTable.tsx';
import { CodeChip } from './CodeChip.tsx';
import type { Check } from './checks.ts';
import { answerTone } from './tones.ts';

const key = 'resources.visits.checklist';

export function VisitChecklist() {
  const record = useRecordContext();
  const translate = useTranslate();
  const itemLabel = useCodeLabel(ChecklistItem);
  const rows: Check[] = record?.checklist ?? [];
  return (
    <RowTable
      rows={rows}
      keyOf={({ item }) => item}
      label="resources.visits.section.checklist"
      empty={`${key}.none`}
      columns={[
        { key: 'item', label: `${key}.item`, cell: ({ item }) => itemLabel(item), isName: true },
        {
          key: 'answer',
          label: `${key}.answer`,
          cell: ({ answer }) =>
            answer ? (
              <CodeChip list={ChecklistAnswer} tones={answerTone} code={answer} />
            ) : (
              translate(`${key}.none`)
            ),
        },
        { key: 'note', label: `${key}.note`, cell: ({ note }) => note || '—' },
      ]}
    />
  );
}
