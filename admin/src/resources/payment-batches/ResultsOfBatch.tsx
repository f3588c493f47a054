import { Typography } from '@mui/material';
import { RadioButtonGroupInput, required, useRecordContext, useTranslate } from 'react-admin';
import { type ErrorCode, errorTexts } from '#schema/codes/errors/error-codes.ts';
import { PaymentStatus, ResultOutcome } from '#schema/codes/money/payment.codes.ts';
import { useCodeLabel, useLang } from '../../shared/codes/codes.ts';
import { useFormatInstant } from '../../shared/display/days.ts';
import { MoneyText } from '../../shared/display/MoneyText.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { type RowColumn, RowTable } from '../../shared/table/RowTable.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { type BatchRecord, choosePayment, type ResultRowOfBatch } from './payment-batches.graphql.ts';

const key = 'resources.payment-batches';
const field = (name: string) => fieldLabel('payment-batches', name);

/** Which of some payments that are alike a row means. */
function ChooseButton({ row }: { row: ResultRowOfBatch }) {
  const translate = useTranslate();
  const status = useCodeLabel(PaymentStatus);
  const { id, version, rowNumber, payeeName } = row;
  const choices = row.ofAccount
    .filter(({ amount }) => amount === row.amount)
    .map((payment) => ({
      id: payment.id,
      name: `${translate(`${key}.candidate`, { serial: payment.serial, name: payment.memberName })} · ${status(payment.status)}`,
    }));
  return (
    <VerbButton
      label={`${key}.choose`}
      title={`${key}.chooseTitle`}
      operation={`choosePayment ${id}`}
      version={version}
      subject={`${rowNumber} ${payeeName ?? ''}`}
      send={choosePayment}
      given={{ id, expectedVersion: version }}
      fields={{
        paymentId: (source) => (
          <RadioButtonGroupInput
            source={source}
            label={`${key}.mayMean`}
            choices={choices}
            translateChoice={false}
            validate={required()}
          />
        ),
      }}
    />
  );
}

function useColumns(): readonly RowColumn<ResultRowOfBatch>[] {
  const lang = useLang();
  const said = useCodeLabel(PaymentStatus);
  const result = useCodeLabel(ResultOutcome);
  return [
    { key: 'row', label: field('rowNumber'), align: 'right', cell: ({ rowNumber }) => rowNumber },
    { key: 'payee', label: field('payeeName'), isName: true, cell: ({ payeeName }) => payeeName ?? '—' },
    { key: 'account', label: field('accountMasked'), cell: ({ accountMasked }) => accountMasked ?? '—' },
    {
      key: 'amount',
      label: field('amount'),
      align: 'right',
      noWrap: true,
      cell: ({ amount }) => (amount === null ? '—' : <MoneyText amount={amount} />),
    },
    { key: 'said', label: field('said'), cell: (row) => (row.said ? said(row.said) : '—') },
    { key: 'result', label: field('result'), cell: (row) => result(row.result) },
    {
      key: 'code',
      label: field('code'),
      cell: ({ code }) => (code ? (errorTexts[code as ErrorCode]?.[lang] ?? code) : '—'),
    },
  ];
}

/** The files that were taken in, and their rows that a person should look at. */
export function ResultsOfBatch() {
  const batch = useRecordContext<BatchRecord>();
  const translate = useTranslate();
  const format = useFormatInstant();
  const columns = useColumns();
  const maySend = useHasRight('payment.send');
  const files = batch?.resultFiles?.nodes ?? [];
  const { nodes: rows = [], totalCount: total = 0 } = batch?.resultRows ?? {};
  if (files.length === 0) return null;
  const hasChoices = maySend && rows.some(({ result }) => result === 'UNDECIDED');
  return (
    <>
      <Section title={`${key}.results`}>
        <RowTable
          rows={files}
          keyOf={({ id }) => id}
          label={`${key}.results`}
          empty={`${key}.noResults`}
          columns={[
            { key: 'file', label: field('fileName'), isName: true, cell: ({ fileName }) => fileName },
            { key: 'total', label: field('total'), align: 'right', cell: ({ total }) => total },
            { key: 'at', label: field('recordedAt'), cell: ({ recordedAt }) => format(recordedAt) },
            { key: 'by', label: field('recordedBy'), cell: ({ recordedBy }) => recordedBy ?? '—' },
          ]}
        />
      </Section>
      <Section title={`${key}.toDecide`}>
        <RowTable
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          label={`${key}.toDecide`}
          empty={`${key}.nothingToDecide`}
          actions={
            hasChoices ? (row) => (row.result === 'UNDECIDED' ? <ChooseButton row={row} /> : null) : undefined
          }
        />
        {total > rows.length && (
          <Typography variant="body2">
            {translate(`${key}.firstRows`, { shown: rows.length, total })}
          </Typography>
        )}
      </Section>
    </>
  );
}
