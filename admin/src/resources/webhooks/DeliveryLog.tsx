import { useRecordContext, useTranslate } from 'react-admin';
import { DeliveryFailure, DeliveryKind, DeliveryStatus } from '#schema/codes/webhook.codes.ts';
import { sendOf } from '../../providers/data/documents.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { useFormatInstant } from '../../shared/display/days.ts';
import { Section } from '../../shared/display/Section.tsx';
import { StatusChip, type Tone } from '../../shared/display/StatusChip.tsx';
import { type RowColumn, RowTable } from '../../shared/table/RowTable.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { redeliver } from './webhooks.graphql.ts';

export interface Delivery {
  id: string;
  kind: string;
  changeCount: number;
  status: string;
  attempts: number;
  responseCode: number | null;
  failure: string | null;
  durationMs: number | null;
  createdAt: string;
  nextTryAt: string | null;
}

const words = 'resources.webhooks';
const TONES: Readonly<Record<string, Tone>> = { DELIVERED: 'good', WAITING: 'waiting', FAILED: 'bad' };

function useColumns(): RowColumn<Delivery>[] {
  const translate = useTranslate();
  const instant = useFormatInstant();
  const kind = useCodeLabel(DeliveryKind);
  const status = useCodeLabel(DeliveryStatus);
  const failure = useCodeLabel(DeliveryFailure);
  const answer = (row: Delivery) =>
    [row.responseCode, row.failure && failure(row.failure)].filter(Boolean).join(' · ') || '—';
  return [
    {
      key: 'createdAt',
      label: `${words}.fields.createdAt`,
      noWrap: true,
      isName: true,
      cell: (row) => instant(row.createdAt),
    },
    { key: 'kind', label: `${words}.kind`, cell: (row) => kind(row.kind) },
    { key: 'changeCount', label: `${words}.changeCount`, align: 'right', cell: (row) => row.changeCount },
    {
      key: 'status',
      label: `${words}.fields.status`,
      cell: (row) => <StatusChip tone={TONES[row.status] ?? 'off'} label={status(row.status)} />,
    },
    { key: 'attempts', label: `${words}.attempts`, align: 'right', cell: (row) => row.attempts },
    { key: 'response', label: `${words}.response`, cell: answer },
    {
      key: 'duration',
      label: `${words}.duration`,
      noWrap: true,
      cell: (row) =>
        row.durationMs === null ? '—' : translate(`${words}.milliseconds`, { count: row.durationMs }),
    },
    {
      key: 'nextTryAt',
      label: `${words}.fields.nextTryAt`,
      noWrap: true,
      cell: (row) => (row.nextTryAt && row.status === 'WAITING' ? instant(row.nextTryAt) : '—'),
    },
  ];
}

function Again({ row }: { row: Delivery }) {
  if (row.status === 'WAITING') return null;
  return (
    <VerbButton
      label={`${words}.redeliver`}
      operation={`redeliverWebhook ${row.id}`}
      send={sendOf(redeliver)}
      given={{ deliveryId: row.id }}
      fields={{}}
      lead={`${words}.redeliverLead`}
    />
  );
}

/** The last fifty messages and their results. */
export function DeliveryLog() {
  const record = useRecordContext();
  const columns = useColumns();
  if (!record) return null;
  return (
    <Section title={`${words}.log`}>
      <RowTable
        rows={(record.deliveries?.nodes ?? []) as Delivery[]}
        columns={columns}
        keyOf={(row) => row.id}
        label={`${words}.log`}
        empty={`${words}.noLog`}
        actions={(row) => <Again row={row} />}
      />
    </Section>
  );
}
