import { Tooltip } from '@mui/material';
import { type RaRecord, useLocale, useRecordContext, useTranslate } from 'react-admin';
import { type Right, rights } from '#schema/codes/rights.ts';
import { sendOf } from '../../providers/data/documents.ts';
import { useEnumeration, useLang } from '../../shared/codes/codes.ts';
import { useFormatInstant } from '../../shared/display/days.ts';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { StatusChip, type Tone } from '../../shared/display/StatusChip.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { type TokenState, tokenState } from './token-state.ts';
import { revokeToken } from './tokens.graphql.ts';
import { firstOfMonthOfUse, usedSince } from './use/usage.ts';

const TONES: Record<TokenState, Tone> = { usable: 'good', expired: 'off', revoked: 'off' };

export const stateOf = (record: RaRecord): TokenState =>
  tokenState({ revokedAt: record.revokedAt, expiresAt: record.expiresAt }, new Date());

export function TokenStateField() {
  const record = useRecordContext();
  const translate = useTranslate();
  if (!record) return null;
  const state = stateOf(record);
  return <StatusChip tone={TONES[state]} label={translate(`resources.tokens.states.${state}`)} />;
}

/** Its purpose and its first characters: all that is shown of a token later. */
export function TokenNameField() {
  const record = useRecordContext();
  return (
    <FieldText sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>
      <RecordLink resource="tokens" text="name" />
      <FieldText sx={{ color: 'text.secondary' }}>{record?.hint}…</FieldText>
    </FieldText>
  );
}

function useRightsInWords(): string[] {
  const record = useRecordContext();
  const lang = useLang();
  const given: string[] = record?.rights ?? [];
  return given.map((right) => rights[right as Right]?.[lang] ?? right);
}

/** The number of rights and the first few; all of them on the token's page. */
export function RightsField() {
  const translate = useTranslate();
  const enumerate = useEnumeration();
  const words = useRightsInWords();
  const all = enumerate(words);
  return (
    <Tooltip title={all}>
      <FieldText sx={{ maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {translate('resources.tokens.rightCount', { smart_count: words.length })} · {all}
      </FieldText>
    </Tooltip>
  );
}

export function AllRights() {
  const enumerate = useEnumeration();
  return <FieldText>{enumerate(useRightsInWords())}</FieldText>;
}

export function LastUse() {
  const record = useRecordContext();
  const translate = useTranslate();
  const format = useFormatInstant();
  const at: string | null = record?.lastUsedAt ?? null;
  return <FieldText noWrap>{at ? format(at) : translate('resources.tokens.never')}</FieldText>;
}

export function useFormatCount(): (count: number) => string {
  const locale = useLocale();
  return (count) => new Intl.NumberFormat(locale).format(count);
}

/** Operations today and in thirty days. */
export function UseInShort() {
  const record = useRecordContext();
  const translate = useTranslate();
  const format = useFormatCount();
  const today = todayInCounty();
  const usage = record?.usage ?? [];
  const since = (day: string) => format(usedSince(usage, day).operations);
  return (
    <FieldText noWrap>
      {translate('resources.tokens.useToday', { count: since(today) })}
      <FieldText sx={{ color: 'text.secondary' }} noWrap>
        {translate('resources.tokens.useMonth', { count: since(firstOfMonthOfUse(today)) })}
      </FieldText>
    </FieldText>
  );
}

export function BudgetField() {
  const record = useRecordContext();
  const translate = useTranslate();
  const format = useFormatCount();
  const points: number | null = record?.pointsPerMinute ?? null;
  return (
    <FieldText>
      {points === null
        ? translate('resources.tokens.usualBudget')
        : translate('resources.tokens.budget', { points: format(points) })}
    </FieldText>
  );
}

export function RevokeButton({ variant = 'text' }: { variant?: 'text' | 'outlined' }) {
  const record = useRecordContext();
  if (!record || stateOf(record) === 'revoked') return null;
  const tokenId = String(record.id);
  return (
    <VerbButton
      label="resources.tokens.revoke"
      title="resources.tokens.revokeTitle"
      variant={variant}
      color="error"
      operation={`revokeToken ${tokenId}`}
      send={sendOf(revokeToken)}
      given={{ tokenId }}
      fields={{}}
      subject={`${record.name} · ${record.hint}…`}
      lead="resources.tokens.revokeLead"
    />
  );
}
