import { Box, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Role } from '#schema/codes/organization.codes.ts';
import { sendOf } from '../../../providers/data/documents.ts';
import { useCodeLabel, useLang } from '../../../shared/codes/codes.ts';
import { Section } from '../../../shared/display/Section.tsx';
import { StatusChip, type Tone } from '../../../shared/display/StatusChip.tsx';
import { todayInCounty } from '../../../shared/display/today.ts';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { useHasRight } from '../../../shared/rights/useRights.ts';
import { type RowColumn, RowTable } from '../../../shared/table/RowTable.tsx';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { addGrant } from '../users.graphql.ts';
import { type GrantRow, type GrantState, grantState } from './grant.ts';
import { useGrantFields } from './grant-fields.tsx';
import { RevokeGrantButton } from './RevokeGrantButton.tsx';
import { isPairedOnly, rightsInWords } from './roles.ts';

const TONES: Record<GrantState, Tone> = { inForce: 'good', future: 'waiting', past: 'off' };

function RoleInWords({ role }: { role: string }) {
  const label = useCodeLabel(Role);
  const lang = useLang();
  const translate = useTranslate();
  const words = rightsInWords(role, lang).join(lang === 'zh' ? '、' : ' · ');
  return (
    <>
      {label(role)}
      <Typography
        component="span"
        variant="body2"
        sx={{ display: 'block', color: 'text.secondary', minWidth: { sm: 240 } }}
      >
        {words}
        {isPairedOnly(role) && ` (${translate('resources.users.pairedOnly')})`}
      </Typography>
    </>
  );
}

function useColumns(): RowColumn<GrantRow>[] {
  const translate = useTranslate();
  const column = (key: string, cell: RowColumn<GrantRow>['cell']): RowColumn<GrantRow> => ({
    key,
    label: fieldLabel('users', key),
    cell,
  });
  const chip = (grant: GrantRow) => {
    const state = grantState(grant, todayInCounty());
    return <StatusChip tone={TONES[state]} label={translate(`resources.users.${state}`)} />;
  };
  return [
    { ...column('role', ({ role }) => <RoleInWords role={role} />), isName: true },
    column('grantDivision', ({ division }) => division?.path ?? translate('resources.users.everywhere')),
    column('fromOn', ({ fromOn }) => <Box sx={{ whiteSpace: 'nowrap' }}>{fromOn}</Box>),
    column('toOn', ({ toOn }) => (
      <Box sx={{ whiteSpace: 'nowrap' }}>{toOn ?? translate('resources.users.openEnd')}</Box>
    )),
    column('status', chip),
  ];
}

function AddGrantButton({ userId }: { userId: string }) {
  const fields = useGrantFields();
  return (
    <VerbButton
      label="resources.users.addGrant"
      operation={`addGrant ${userId}`}
      send={sendOf(addGrant)}
      given={{ userId }}
      fields={fields}
    />
  );
}

export function UserGrants() {
  const record = useRecordContext();
  const mayWrite = useHasRight('user.write');
  const columns = useColumns();
  if (!record) return null;
  const mayGrant = mayWrite && record.isManageable === true;
  const grants: GrantRow[] = record.grants;
  return (
    <Section
      title="resources.users.fields.grants"
      actions={mayGrant && <AddGrantButton userId={String(record.id)} />}
    >
      <RowTable
        rows={grants}
        columns={columns}
        keyOf={({ id }) => id}
        label="resources.users.fields.grants"
        empty="resources.users.noGrants"
        actions={mayGrant ? (grant) => <RevokeGrantButton grant={grant} /> : undefined}
      />
    </Section>
  );
}
