import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { useFormatInstant } from '../../shared/display/days.ts';
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

const dot = {
  position: 'relative',
  pl: 3,
  pb: 2,
  borderLeft: '2px solid',
  borderColor: 'divider',
  '&:last-of-type': { borderColor: 'transparent', pb: 0 },
  '&::before': {
    content: '""',
    position: 'absolute',
    left: -7,
    top: 6,
    width: 12,
    height: 12,
    borderRadius: '50%',
    bgcolor: 'primary.main',
  },
} as const;

/** The steps of a problem so far, from the first. */
export function ProblemSteps() {
  const record = useRecordContext<ProblemRecord>();
  const translate = useTranslate();
  const format = useFormatInstant();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, ml: 1, p: 0 }}>
      {record?.steps.map((step) => {
        const verb = verbOf(step);
        return (
          <Box component="li" key={step.id} sx={dot}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              <Typography component="time" dateTime={step.happenedOn} sx={{ fontWeight: 600 }}>
                {step.happenedOn}
              </Typography>
              {verb && <Typography component="span">{translate(verb)}</Typography>}
              <CodeChip list={ProblemStatus} tones={problemTone} code={step.toStatus} />
            </Box>
            {step.note && <Typography sx={{ overflowWrap: 'anywhere' }}>{step.note}</Typography>}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {step.recordedBy && `${step.recordedBy} · `}
              {translate(`${key}.recorded`, { at: format(step.recordedAt) })}
            </Typography>
          </Box>
        );
      })}
    </Box>
  );
}
