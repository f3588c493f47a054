import { BooleanInput, DateInput, required, TextInput } from 'react-admin';
import { ReliefKind } from '#schema/codes/money/policy.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';
import { notInFuture } from '../../shared/dates/validators.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { ExpenseRows, LayerRows } from './CostInputs.tsx';

const field = (name: string) => fieldLabel('claims', name);

/** What is entered when a claim is opened, and changed while it is a draft. */
export const claimFields = {
  kind: (source: string) => (
    <CodeInput source={source} label={field('kind')} list={ReliefKind} validate={required()} />
  ),
  eventOn: (source: string) => (
    <DateInput source={source} label={field('eventOn')} validate={[required(), notInFuture]} />
  ),
  cause: (source: string) => (
    <TextInput
      source={source}
      label={field('cause')}
      multiline
      minRows={3}
      validate={required()}
      slotProps={{ htmlInput: { maxLength: 1000 } }}
    />
  ),
  diagnosis: (source: string) => (
    <TextInput
      source={source}
      label={field('diagnosis')}
      autoComplete="off"
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
  ),
  expenses: (source: string) => <ExpenseRows source={source} />,
  layers: (source: string) => <LayerRows source={source} />,
  allowSimilar: (source: string) => (
    <BooleanInput source={source} label="resources.claims.similar" helperText={false} />
  ),
};
