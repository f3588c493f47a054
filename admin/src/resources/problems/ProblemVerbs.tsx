import { DateInput, required, TextInput, useRecordContext } from 'react-admin';
import { ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { notBefore, notInFuture } from '../../shared/dates/validators.ts';
import { todayInCounty } from '../../shared/display/today.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { ClosingInput } from './ClosingInput.tsx';
import { closeProblem, type ProblemRecord, reopenProblem, takeProblem } from './problems.graphql.ts';

const key = 'resources.problems';
const field = (name: string) => fieldLabel('problems', name);
const long = { htmlInput: { maxLength: 1000 } };

function TakeButton({ problem }: { problem: ProblemRecord }) {
  const { id, version, status, handler } = problem;
  return (
    <VerbButton
      label={status === 'OPEN' ? `${key}.take` : `${key}.takeAgain`}
      operation={`takeProblem ${id}`}
      send={takeProblem}
      given={{ id, expectedVersion: version }}
      fields={{
        handler: (source) => (
          <TextInput
            source={source}
            label={field('handler')}
            validate={required()}
            slotProps={{ htmlInput: { maxLength: 100 } }}
            autoFocus
          />
        ),
        note: (source) => (
          <TextInput source={source} label={field('note')} multiline minRows={2} slotProps={long} />
        ),
      }}
      defaultValues={{ handler }}
    />
  );
}

function CloseButton({ problem }: { problem: ProblemRecord }) {
  const { id, version, raisedOn } = problem;
  return (
    <VerbButton
      label={`${key}.close`}
      title={`${key}.closeTitle`}
      variant="contained"
      operation={`closeProblem ${id}`}
      send={closeProblem}
      given={{ id, expectedVersion: version }}
      fields={{
        status: (source) => <ClosingInput source={source} label={field('status')} />,
        outcome: (source) => (
          <TextInput
            source={source}
            label={field('outcome')}
            multiline
            minRows={2}
            validate={required()}
            slotProps={long}
          />
        ),
        closedOn: (source) => (
          <DateInput
            source={source}
            label={field('closedOn')}
            validate={[notBefore(raisedOn), notInFuture]}
          />
        ),
      }}
      defaultValues={{ status: 'SOLVED', closedOn: todayInCounty() }}
    />
  );
}

function ReopenButton({ problem }: { problem: ProblemRecord }) {
  const { id, version } = problem;
  return (
    <VerbButton
      label={`${key}.reopen`}
      operation={`reopenProblem ${id}`}
      send={reopenProblem}
      given={{ id, expectedVersion: version }}
      fields={{
        reason: (source) => (
          <TextInput
            source={source}
            label={field('reason')}
            multiline
            minRows={2}
            validate={required()}
            slotProps={long}
            autoFocus
          />
        ),
      }}
    />
  );
}

const isClosed = (status: string) =>
  status === ProblemStatus.enum.SOLVED || status === ProblemStatus.enum.UNSOLVABLE;

/** The verbs that the problem's status allows. */
export function ProblemVerbs() {
  const problem = useRecordContext<ProblemRecord>();
  const mayWrite = useHasRight('problem.write');
  if (!problem || !mayWrite) return <VerbBar />;
  return (
    <VerbBar>
      {isClosed(problem.status) ? (
        <ReopenButton problem={problem} />
      ) : (
        <>
          <TakeButton problem={problem} />
          <CloseButton problem={problem} />
        </>
      )}
    </VerbBar>
  );
}
