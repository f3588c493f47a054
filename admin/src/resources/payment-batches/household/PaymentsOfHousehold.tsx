import { useQuery } from '@tanstack/react-query';
import { PaymentStatus } from '#schema/codes/money/payment.codes.ts';
import { request } from '../../../api/client.ts';
import { CodeChip } from '../../../shared/codes/CodeChip.tsx';
import { MoneyText } from '../../../shared/display/MoneyText.tsx';
import { Section } from '../../../shared/display/Section.tsx';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { useHouseholdId } from '../../../shared/record/ListOfHousehold.tsx';
import { PageLink } from '../../../shared/record/RecordLink.tsx';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import { paymentTone } from '../tones.ts';
import { AccountsOfHousehold } from './AccountsOfHousehold.tsx';
import { paymentsOfHousehold } from './accounts.graphql.ts';

const key = 'resources.payment-batches';
const field = (name: string) => fieldLabel('payment-batches', name);

/** What was paid to the household, whatever became of it, and its bank accounts. */
export function PaymentsOfHousehold() {
  const id = useHouseholdId(undefined);
  const { data } = useQuery({
    queryKey: ['payments of', id],
    queryFn: () => request(paymentsOfHousehold, { id: id ?? '' }),
    enabled: id !== undefined,
  });
  if (!id) return null;
  return (
    <>
      <Section title={`${key}.payments`}>
        <RowTable
          rows={data?.payments.nodes ?? []}
          keyOf={(payment) => payment.id}
          label={`${key}.payments`}
          empty={`${key}.nothingPaid`}
          columns={[
            {
              key: 'memberName',
              label: field('memberName'),
              isName: true,
              cell: ({ memberName }) => memberName,
            },
            {
              key: 'batch',
              label: field('number'),
              cell: ({ batch }) =>
                batch ? <PageLink resource="payment-batches" id={batch.id} text={batch.number} /> : '—',
            },
            { key: 'purpose', label: field('purpose'), cell: ({ batch }) => batch?.purpose ?? '—' },
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
            { key: 'paidOn', label: field('paidOn'), noWrap: true, cell: ({ paidOn }) => paidOn ?? '—' },
            { key: 'reason', label: field('reason'), cell: ({ reason }) => reason ?? '—' },
          ]}
        />
      </Section>
      <AccountsOfHousehold householdId={id} />
    </>
  );
}
