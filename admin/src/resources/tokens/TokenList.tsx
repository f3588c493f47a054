import { Tooltip, Typography } from '@mui/material';
import {
  BooleanInput,
  DataTable,
  type RaRecord,
  SimpleList,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { type Right, rights } from '#schema/codes/rights.ts';
import { request } from '../../api/client.ts';
import { useLang } from '../../shared/codes/codes.ts';
import { useFormatInstant } from '../../shared/display/days.ts';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { StatusChip, type Tone } from '../../shared/display/StatusChip.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { type TokenState, tokenState } from './token-state.ts';
import { revokeToken } from './tokens.graphql.ts';

const TONES: Record<TokenState, Tone> = { usable: 'good', expired: 'off', revoked: 'off' };

const filters = [<BooleanInput key="usable" source="usable" alwaysOn sx={{ ml: 1 }} />];

const stateOf = (record: RaRecord): TokenState =>
  tokenState({ revokedAt: record.revokedAt, expiresAt: record.expiresAt }, new Date());

function StateField() {
  const record = useRecordContext();
  const translate = useTranslate();
  if (!record) return null;
  const state = stateOf(record);
  return <StatusChip tone={TONES[state]} label={translate(`resources.tokens.states.${state}`)} />;
}

/** What it is for, and how it begins: that is all one sees of it later. */
function NameField() {
  const record = useRecordContext();
  return (
    <FieldText sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>
      {record?.name}
      <FieldText sx={{ color: 'text.secondary' }}>{record?.hint}…</FieldText>
    </FieldText>
  );
}

function RightsField() {
  const record = useRecordContext();
  const translate = useTranslate();
  const lang = useLang();
  const given: string[] = record?.rights ?? [];
  const words = given.map((right) => rights[right as Right]?.[lang] ?? right);
  return (
    <Tooltip title={words.join(lang === 'zh' ? '、' : ', ')}>
      <FieldText sx={{ maxWidth: 220, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {translate('resources.tokens.rightCount', { smart_count: given.length })} ·{' '}
        {words.join(lang === 'zh' ? '、' : ', ')}
      </FieldText>
    </Tooltip>
  );
}

function LastUse() {
  const record = useRecordContext();
  const translate = useTranslate();
  const format = useFormatInstant();
  const at: string | null = record?.lastUsedAt ?? null;
  return <FieldText noWrap>{at ? format(at) : translate('resources.tokens.never')}</FieldText>;
}

function RevokeButton() {
  const record = useRecordContext();
  const translate = useTranslate();
  if (!record || stateOf(record) === 'revoked') return null;
  const tokenId = String(record.id);
  return (
    <VerbButton
      label="resources.tokens.revoke"
      title="resources.tokens.revokeTitle"
      variant="text"
      color="error"
      operation={`revokeToken ${tokenId}`}
      run={({ clientMutationId }) => request(revokeToken, { input: { tokenId, clientMutationId } })}
    >
      <Typography sx={{ fontWeight: 600, mb: 1 }}>
        {record.name} · {record.hint}…
      </Typography>
      <Typography>{translate('resources.tokens.revokeLead')}</Typography>
    </VerbButton>
  );
}

function SmallList() {
  const translate = useTranslate();
  return (
    <SimpleList
      rowClick={false}
      primaryText={(record: RaRecord) => `${record.name} · ${record.hint}…`}
      secondaryText={(record: RaRecord) =>
        `${record.division.name} · ${translate(`resources.tokens.states.${stateOf(record)}`)}`
      }
      tertiaryText={() => <RevokeButton />}
    />
  );
}

export function TokenList() {
  return (
    <ListShell
      emptyHint="resources.tokens.emptyHint"
      filters={filters}
      small={<SmallList />}
      sort={{ field: 'createdAt', order: 'DESC' }}
    >
      <RecordTable rowClick={false} hiddenColumns={['createdAt', 'owner.displayName']}>
        <DataTable.Col source="name" disableSort>
          <NameField />
        </DataTable.Col>
        <DataTable.Col source="division.code" disableSort>
          <DivisionField source="division" />
        </DataTable.Col>
        <DataTable.Col source="rights" disableSort>
          <RightsField />
        </DataTable.Col>
        <DataTable.Col source="lastUsedAt" disableSort>
          <LastUse />
        </DataTable.Col>
        <DataTable.Col source="expiresAt">
          <InstantField source="expiresAt" />
        </DataTable.Col>
        <DataTable.Col source="owner.displayName" disableSort />
        <DataTable.Col source="createdAt">
          <InstantField source="createdAt" />
        </DataTable.Col>
        <DataTable.Col source="state" disableSort>
          <StateField />
        </DataTable.Col>
        <DataTable.Col label="bangfu.list.actions">
          <RevokeButton />
        </DataTable.Col>
      </RecordTable>
    </ListShell>
  );
}
