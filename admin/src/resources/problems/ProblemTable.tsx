import { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { RowTable } from '../../shared/table/RowTable.tsx';
import { problemTone } from '../visits/tones.ts';

export interface ListedProblem {
  id: string;
  kind: string;
  status: string;
  description: string;
  raisedOn: string;
  handler: string | null;
  outcome: string | null;
}

const field = (name: string) => fieldLabel('problems', name);

/** Problems on another record's page; each opens its own page. */
export function ProblemTable({ problems, empty }: { problems: readonly ListedProblem[]; empty: string }) {
  const kindLabel = useCodeLabel(ProblemKind);
  return (
    <RowTable
      rows={problems}
      keyOf={({ id }) => id}
      label="resources.problems.table"
      empty={empty}
      columns={[
        {
          key: 'description',
          label: field('description'),
          isName: true,
          cell: ({ id, description }) => <PageLink resource="problems" id={id} text={description} />,
        },
        { key: 'kind', label: field('kind'), cell: ({ kind }) => kindLabel(kind) },
        { key: 'raisedOn', label: field('raisedOn'), cell: ({ raisedOn }) => raisedOn },
        {
          key: 'status',
          label: field('status'),
          cell: ({ status }) => <CodeChip list={ProblemStatus} tones={problemTone} code={status} />,
        },
        {
          key: 'outcome',
          label: field('outcome'),
          cell: ({ handler, outcome }) => outcome ?? handler ?? '—',
        },
      ]}
    />
  );
}
