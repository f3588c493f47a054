import { RadioButtonGroupInput, required } from 'react-admin';
import { ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';

const ENDS = ['SOLVED', 'UNSOLVABLE'] as const;

export function ClosingInput(props: { source: string; label: string }) {
  const label = useCodeLabel(ProblemStatus);
  const choices = ENDS.map((id) => ({ id, name: label(id) }));
  return <RadioButtonGroupInput choices={choices} translateChoice={false} validate={required()} {...props} />;
}
