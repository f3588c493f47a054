import { Alert, Button, Skeleton } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { DateInput, required, TextInput, useRecordContext, useTranslate } from 'react-admin';
import { FundAccountKind, FundTransferKind } from '#schema/codes/money/fund.codes.ts';
import { request } from '../../api/client.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { notBefore, notInFuture } from '../../shared/dates/validators.ts';
import { MoneyText } from '../../shared/display/MoneyText.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { type RowColumn, RowTable } from '../../shared/table/RowTable.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { type FundEntryRow, type FundRecord, fundStatement, reverseTransfer } from './funds.graphql.ts';

const key = 'resources.funds.statement';
const field = (name: string) => fieldLabel('funds', name);
const perPage = 25;

function useColumns(): RowColumn<FundEntryRow>[] {
  const translate = useTranslate();
  const kind = useCodeLabel(FundTransferKind);
  const account = useCodeLabel(FundAccountKind);
  return [
    { key: 'effectiveOn', label: field('effectiveOn'), cell: (row) => row.effectiveOn, noWrap: true },
    {
      key: 'transfer',
      label: field('transferId'),
      isName: true,
      cell: ({ transfer }) =>
        transfer.isReversed
          ? `${kind(transfer.kind)}（${translate(field('isReversed'))}）`
          : kind(transfer.kind),
    },
    { key: 'account', label: field('accountId'), cell: (row) => account(row.account.kind) },
    { key: 'receiver', label: field('receiver'), cell: ({ transfer }) => transfer.receiver ?? '—' },
    { key: 'note', label: field('note'), cell: ({ transfer }) => transfer.note ?? '—' },
    {
      key: 'amount',
      label: field('amount'),
      align: 'right',
      noWrap: true,
      cell: (row) => <MoneyText amount={row.amount} />,
    },
    {
      key: 'balance',
      label: field('balance'),
      align: 'right',
      noWrap: true,
      cell: (row) => <MoneyText amount={row.balance} />,
    },
  ];
}

function ReverseButton({ entry: { transfer, effectiveOn } }: { entry: FundEntryRow }) {
  return (
    <VerbButton
      label={`${key}.reverse`}
      title={`${key}.reverseTitle`}
      operation={`reverseTransfer ${transfer.id}`}
      send={reverseTransfer}
      given={{ transferId: transfer.id }}
      fields={{
        effectiveOn: (source) => (
          <DateInput
            source={source}
            label={field('effectiveOn')}
            validate={[required(), notBefore(effectiveOn), notInFuture]}
          />
        ),
        reason: (source) => (
          <TextInput
            source={source}
            label={field('reason')}
            multiline
            minRows={2}
            validate={required()}
            autoFocus
          />
        ),
      }}
      defaultValues={{ effectiveOn: todayInCounty() }}
    />
  );
}

/** The statement of the fund around it: entries with the balance each left in its account, the newest day first. */
export function FundStatement() {
  const fund = useRecordContext<FundRecord>();
  const translate = useTranslate();
  const columns = useColumns();
  const mayReverse = useHasRight('fund.write');
  const id = fund?.id ?? '';
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['funds', 'statement', id],
    enabled: id !== '',
    initialPageParam: 0,
    queryFn: async ({ pageParam: offset }) => {
      const answer = await request(fundStatement, { id, first: perPage, offset });
      return answer.fund?.entries ?? { nodes: [], totalCount: 0 };
    },
    getNextPageParam: (last, pages) => {
      const shown = pages.length * perPage;
      return shown < (last.totalCount ?? 0) ? shown : undefined;
    },
  });
  const rows = data?.pages.flatMap(({ nodes }) => nodes) ?? [];
  const canReverse = ({ transfer, amount }: FundEntryRow) =>
    mayReverse && !transfer.isReversed && transfer.kind !== 'REVERSAL' && amount.startsWith('-');
  return (
    <Section title={`${key}.title`}>
      {error && <Alert severity="error">{translate(error.message)}</Alert>}
      {isPending && <Skeleton variant="rounded" height={96} />}
      {data && (
        <RowTable
          rows={rows}
          columns={columns}
          keyOf={(row) => row.id}
          label={`${key}.title`}
          empty={`${key}.empty`}
          actions={(row) => canReverse(row) && <ReverseButton entry={row} />}
        />
      )}
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {translate(`${key}.more`)}
        </Button>
      )}
    </Section>
  );
}
