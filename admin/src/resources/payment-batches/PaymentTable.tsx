import { Typography } from '@mui/material';
import { required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { PaymentStatus } from '#schema/codes/money/payment.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { MoneyText } from '../../shared/display/MoneyText.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { type RowColumn, RowTable } from '../../shared/table/RowTable.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { AddRowButton } from './AddRowButton.tsx';
import { type BatchRecord, type PaymentOfBatch, stopPayment } from './payment-batches.graphql.ts';
import { paymentTone } from './tones.ts';

const key = 'resources.payment-batches';
const field = (name: string) => fieldLabel('payment-batches', name);

const columns: readonly RowColumn<PaymentOfBatch>[] = [
  { key: 'serial', label: field('serial'), cell: ({ serial }) => serial, align: 'right' },
  {
    key: 'memberName',
    label: field('memberName'),
    isName: true,
    cell: ({ memberName, household }) =>
      household ? <PageLink resource="households" id={household.id} text={memberName} /> : memberName,
  },
  { key: 'payeeName', label: field('payeeName'), cell: ({ payeeName }) => payeeName },
  { key: 'bankName', label: field('bankName'), cell: ({ bankName }) => bankName },
  { key: 'account', label: field('accountMasked'), cell: ({ accountMasked }) => accountMasked, noWrap: true },
  {
    key: 'amount',
    label: field('amount'),
    align: 'right',
    noWrap: true,
    cell: ({ amount }) => <MoneyText amount={amount} />,
  },
  {
    key: 'status',
    label: field('status'),
    cell: ({ status }) => <CodeChip list={PaymentStatus} tones={paymentTone} code={status} />,
  },
  { key: 'paidOn', label: field('paidOn'), cell: ({ paidOn }) => paidOn ?? '—', noWrap: true },
  { key: 'reason', label: field('reason'), cell: ({ reason }) => reason ?? '—' },
];

function StopButton({ payment }: { payment: PaymentOfBatch }) {
  const { id, version, serial, memberName } = payment;
  return (
    <VerbButton
      label={`${key}.stop`}
      color="error"
      operation={`stopPayment ${id}`}
      version={version}
      subject={`${serial} ${memberName}`}
      send={stopPayment}
      given={{ id, expectedVersion: version }}
      fields={{
        reason: (source) => (
          <TextInput source={source} label={field('reason')} validate={required()} autoFocus />
        ),
      }}
    />
  );
}

/** The rows of a batch, whatever became of them. */
export function PaymentTable() {
  const batch = useRecordContext<BatchRecord>();
  const translate = useTranslate();
  const mayWrite = useHasRight('payment.write');
  if (!batch) return null;
  const { nodes: rows = [], totalCount: total = 0 } = batch.payments ?? {};
  const mayStop = mayWrite && rows.some(({ status }) => status === 'PLANNED');
  return (
    <Section
      title={`${key}.payments`}
      actions={mayWrite && batch.status === 'DRAFT' && <AddRowButton batch={batch} />}
    >
      <RowTable
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        label={`${key}.payments`}
        empty={`${key}.noPayments`}
        actions={
          mayStop
            ? (payment) => (payment.status === 'PLANNED' ? <StopButton payment={payment} /> : null)
            : undefined
        }
      />
      {total > rows.length && (
        <Typography variant="body2">
          {translate(`${key}.firstRows`, { shown: rows.length, total })}
        </Typography>
      )}
    </Section>
  );
}
