import { useQuery } from '@tanstack/react-query';
import { required, SelectInput, TextInput } from 'react-admin';
import { BankAccountKind } from '#schema/codes/money/payment.codes.ts';
import { request } from '../../../api/client.ts';
import { CodeInput } from '../../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { Section } from '../../../shared/display/Section.tsx';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { notInForm } from '../../../shared/form/form-fields.ts';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { RevealButton } from '../../households/show/RevealButton.tsx';
import { accountsOfHousehold, recordAccount } from './accounts.graphql.ts';

const key = 'resources.payment-batches';
const field = (name: string) => fieldLabel('payment-batches', name);

interface Member {
  readonly id: string;
  readonly name: string;
}

function RecordButton({ householdId, members }: { householdId: string; members: readonly Member[] }) {
  return (
    <VerbButton
      label={`${key}.recordAccount`}
      operation={`recordBankAccount ${householdId}`}
      send={recordAccount}
      given={{}}
      fields={{
        memberId: (source) => (
          <SelectInput
            source={source}
            label={field('member')}
            choices={[...members]}
            translateChoice={false}
            validate={required()}
          />
        ),
        kind: (source) => (
          <CodeInput source={source} list={BankAccountKind} label={field('kind')} validate={required()} />
        ),
        bankName: (source) => <TextInput source={source} label={field('bankName')} validate={required()} />,
        accountNumber: (source) => (
          <TextInput
            source={source}
            label={field('accountNumber')}
            validate={required()}
            autoComplete="off"
          />
        ),
        holderName: notInForm,
        fromOn: notInForm,
      }}
      defaultValues={{ kind: 'PASSBOOK' }}
      lead={`${key}.recordAccountLead`}
    />
  );
}

/** Bank accounts of the members, in use and former. */
export function AccountsOfHousehold({ householdId }: { householdId: string }) {
  const mayRead = useHasRight('bankAccount.read');
  const mayWrite = useHasRight('bankAccount.write');
  const kind = useCodeLabel(BankAccountKind);
  const { data } = useQuery({
    queryKey: ['accounts', householdId],
    queryFn: () => request(accountsOfHousehold, { id: householdId }),
    enabled: mayRead,
  });
  if (!mayRead || !data?.household) return null;
  const { members } = data.household;
  return (
    <Section
      title={`${key}.accounts`}
      actions={mayWrite && <RecordButton householdId={householdId} members={members} />}
    >
      <RowTable
        rows={data.bankAccounts.nodes}
        keyOf={({ id }) => id}
        label={`${key}.accounts`}
        empty={`${key}.noAccounts`}
        columns={[
          { key: 'member', label: field('member'), isName: true, cell: ({ member }) => member?.name ?? '—' },
          { key: 'kind', label: field('kind'), cell: (account) => kind(account.kind) },
          { key: 'bankName', label: field('bankName'), cell: ({ bankName }) => bankName },
          {
            key: 'account',
            label: field('accountMasked'),
            noWrap: true,
            cell: ({ accountMasked }) => accountMasked,
          },
          { key: 'fromOn', label: field('fromOn'), noWrap: true, cell: ({ fromOn }) => fromOn },
          { key: 'toOn', label: field('toOn'), noWrap: true, cell: ({ toOn }) => toOn ?? '—' },
        ]}
        actions={(account) => (
          <RevealButton id={account.id} field="BANK_ACCOUNT" name={account.holderName} compact />
        )}
      />
    </Section>
  );
}
