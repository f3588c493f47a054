import { type RaRecord, useRecordContext, useTranslate } from 'react-admin';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { PauseReason, WebhookStatus } from '#schema/codes/webhook.codes.ts';
import { useCodeLabel, useEnumeration } from '../../shared/codes/codes.ts';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { StatusChip, type Tone } from '../../shared/display/StatusChip.tsx';
import { RecordLink } from '../../shared/record/RecordLink.tsx';

const toneOf = (record: RaRecord): Tone => {
  if (record.status !== 'ACTIVE') return 'off';
  return record.failingSince ? 'waiting' : 'good';
};

export function WebhookStateField() {
  const record = useRecordContext();
  const status = useCodeLabel(WebhookStatus);
  const reason = useCodeLabel(PauseReason);
  if (!record) return null;
  const words = [status(record.status), ...(record.pauseReason ? [reason(record.pauseReason)] : [])];
  return <StatusChip tone={toneOf(record)} label={words.join(' · ')} />;
}

export function WebhookNameField() {
  const record = useRecordContext();
  return (
    <FieldText sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>
      <RecordLink resource="webhooks" text="name" />
      <FieldText sx={{ color: 'text.secondary' }}>{record && new URL(record.url).host}</FieldText>
    </FieldText>
  );
}

export function TypesField() {
  const record = useRecordContext();
  const translate = useTranslate();
  const label = useCodeLabel(ChangeType);
  const enumerate = useEnumeration();
  const types: string[] = record?.types ?? [];
  return (
    <FieldText>
      {types.length > 0 ? enumerate(types.map(label)) : translate('resources.webhooks.allTypes')}
    </FieldText>
  );
}
