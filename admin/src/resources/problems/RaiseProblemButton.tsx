import AddAlert from '@mui/icons-material/AddAlert';
import { DateInput, required, TextInput } from 'react-admin';
import { ProblemKind } from '#schema/codes/help/problem.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { notInForm } from '../../shared/form/form-fields.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { raiseProblem } from './problems.graphql.ts';

interface RaiseProblemButtonProps {
  householdId: string;
  /** The visit that found it, where one did. */
  visitId?: string;
}

const field = (name: string) => fieldLabel('problems', name);

export const problemFields = {
  kind: (source: string) => (
    <CodeInput source={source} label={field('kind')} list={ProblemKind} validate={required()} />
  ),
  description: (source: string) => (
    <TextInput
      source={source}
      label={field('description')}
      multiline
      minRows={3}
      validate={required()}
      slotProps={{ htmlInput: { maxLength: 1000 } }}
    />
  ),
};

export function RaiseProblemButton({ householdId, visitId }: RaiseProblemButtonProps) {
  return (
    <VerbButton
      label={visitId ? 'resources.problems.raiseForVisit' : 'resources.problems.raise'}
      icon={<AddAlert />}
      operation={`raiseProblem ${householdId} ${visitId ?? ''}`}
      send={raiseProblem}
      given={{ householdId, visitId }}
      fields={{
        ...problemFields,
        raisedOn: !visitId ? (source) => <DateInput source={source} label={field('raisedOn')} /> : notInForm,
      }}
    />
  );
}
