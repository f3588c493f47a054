import { Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { StepList } from '../../shared/display/StepList.tsx';
import { problemTone } from '../visits/tones.ts';
import type { ProblemRecord } from './problems.graphql.ts';

type Step = ProblemRecord['steps'][number];

const key = 'resources.problems.step';

/** The verb behind a step, where the status alone does not tell. */
function verbOf({ fromStatus, toStatus }: Step): string | undefined {
  if (fromStatus === null) return `${key}.raised`;
  if (toStatus === 'OPEN') return `${key}.reopened`;
  return fromStatus === toStatus ? `${key}.handedOn` : undefined;
}

/** The steps of a problem so far, from the first. */
export function ProblemSteps() {
  const record = useRecordContext<ProblemRecord>();
  const translate = useTranslate();
  return (
    <StepList steps={record?.steps ?? []}>
      {(step) => {
        const verb = verbOf(step);
        return (
          <>
            {verb && <Typography component="span">{translate(verb)}</Typography>}
            <CodeChip list={ProblemStatus} tones={problemTone} code={step.toStatus} />
          </>
        );
      }}
    </StepList>
  );
}
