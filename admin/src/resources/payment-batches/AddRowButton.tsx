import { required, TextInput } from 'react-admin';
import type { InputOf } from '../../providers/data/documents.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { MemberInput } from './MemberInput.tsx';
import { addPayments, type addPaymentsMutation, type BatchRecord } from './payment-batches.graphql.ts';

const key = 'resources.payment-batches';
const field = (name: string) => fieldLabel('payment-batches', name);
const autoComplete = 'off';

type Input = InputOf<typeof addPaymentsMutation>;
type Row = Input['rows'][number];

interface OneRow extends Row {
  paymentBatchId: string;
  clientMutationId?: string | null;
}

const sendRow = ({ paymentBatchId, clientMutationId, ...row }: OneRow) =>
  addPayments({ paymentBatchId, clientMutationId, rows: [row] });

/** One row of a roster, typed in. */
export function AddRowButton({ batch }: { batch: BatchRecord }) {
  return (
    <VerbButton
      label={`${key}.addRow`}
      operation={`addPayments ${batch.id}`}
      send={sendRow}
      given={{ paymentBatchId: batch.id }}
      fields={{
        memberId: (source) => <MemberInput source={source} label={field('memberName')} />,
        payeeId: (source) => <MemberInput source={source} label={field('payeeId')} isOptional />,
        amount: (source) => (
          <TextInput
            source={source}
            label={field('amount')}
            validate={required()}
            autoComplete={autoComplete}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          />
        ),
        note: (source) => <TextInput source={source} label={field('note')} />,
      }}
      success={`${key}.rowAdded`}
    />
  );
}
