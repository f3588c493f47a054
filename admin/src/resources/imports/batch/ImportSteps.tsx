import { Step, StepLabel, Stepper } from '@mui/material';
import { useTranslate } from 'react-admin';

const STEPS = ['file', 'check', 'run', 'result'] as const;

interface ImportStepsProps {
  active: number;
  isDone?: boolean;
  isBroken?: boolean;
}

export function ImportSteps({ active, isDone = false, isBroken = false }: ImportStepsProps) {
  const translate = useTranslate();
  return (
    <Stepper
      activeStep={isDone ? STEPS.length : active}
      alternativeLabel
      aria-label={translate('resources.imports.steps.label')}
      sx={{ my: 2, maxWidth: 760 }}
    >
      {STEPS.map((step, index) => (
        <Step key={step} aria-current={index === active ? 'step' : undefined}>
          <StepLabel error={isBroken && index === active}>
            {translate(`resources.imports.steps.${step}`)}
          </StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}
