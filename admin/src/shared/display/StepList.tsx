import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormatInstant } from './days.ts';

interface TakenStep {
  readonly id: string;
  readonly happenedOn: string;
  readonly note: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
}

interface StepListProps<Step extends TakenStep> {
  steps: readonly Step[];
  /** What the step was, beside its day. */
  children: (step: Step) => ReactNode;
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

/** The way of a record so far, from the first step. */
export function StepList<Step extends TakenStep>({ steps, children }: StepListProps<Step>) {
  const translate = useTranslate();
  const format = useFormatInstant();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, ml: 1, p: 0 }}>
      {steps.map((step) => (
        <Box component="li" key={step.id} sx={dot}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Typography component="time" dateTime={step.happenedOn} sx={{ fontWeight: 600 }}>
              {step.happenedOn}
            </Typography>
            {children(step)}
          </Box>
          {step.note && <Typography sx={{ overflowWrap: 'anywhere' }}>{step.note}</Typography>}
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {step.recordedBy && `${step.recordedBy} · `}
            {translate('bangfu.step.recorded', { at: format(step.recordedAt) })}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
