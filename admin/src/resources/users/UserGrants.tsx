import {
  Alert,
  Box,
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Role } from '#schema/codes/organization.codes.ts';
import { request } from '../../api/client.ts';
import { useCodeLabel, useLang } from '../../shared/codes/codes.ts';
import { StatusChip, type Tone } from '../../shared/display/StatusChip.tsx';
import { todayInCounty } from '../../shared/display/today.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { GrantInputs } from './GrantInputs.tsx';
import { type GrantRow, type GrantState, grantState } from './grant.ts';
import { isPairedOnly, rightsInWords } from './roles.ts';
import { addGrant, revokeGrant } from './users.graphql.ts';

const TONES: Record<GrantState, Tone> = { inForce: 'good', future: 'waiting', past: 'off' };

function RoleCell({ role }: { role: string }) {
  const label = useCodeLabel(Role);
  const lang = useLang();
  const translate = useTranslate();
  const words = rightsInWords(role, lang).join(lang === 'zh' ? '、' : ' · ');
  return (
    <TableCell sx={{ minWidth: 240 }}>
      {label(role)}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {words}
        {isPairedOnly(role) && ` (${translate('resources.users.pairedOnly')})`}
      </Typography>
    </TableCell>
  );
}

function RevokeButton({ grant }: { grant: GrantRow }) {
  const translate = useTranslate();
  const label = useCodeLabel(Role);
  const place = grant.division?.path ?? translate('resources.users.everywhere');
  return (
    <VerbButton
      label="resources.users.revoke"
      title="resources.users.revokeTitle"
      variant="text"
      color="error"
      operation={`revokeGrant ${grant.id}`}
      run={({ clientMutationId }) => request(revokeGrant, { input: { grantId: grant.id, clientMutationId } })}
    >
      <Typography sx={{ fontWeight: 600, mb: 1 }}>
        {label(grant.role)} · {place}
      </Typography>
      <Typography>{translate('resources.users.revokeLead')}</Typography>
    </VerbButton>
  );
}

function GrantLine({ grant, mayWrite }: { grant: GrantRow; mayWrite: boolean }) {
  const translate = useTranslate();
  const state = grantState(grant, todayInCounty());
  return (
    <TableRow>
      <RoleCell role={grant.role} />
      <TableCell>{grant.division?.path ?? translate('resources.users.everywhere')}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{grant.fromOn}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {grant.toOn ?? translate('resources.users.openEnd')}
      </TableCell>
      <TableCell>
        <StatusChip tone={TONES[state]} label={translate(`resources.users.${state}`)} />
      </TableCell>
      {mayWrite && (
        <TableCell>
          <RevokeButton grant={grant} />
        </TableCell>
      )}
    </TableRow>
  );
}

const COLUMNS = ['role', 'grantDivision', 'fromOn', 'toOn', 'status'] as const;

function GrantTable({ grants, mayWrite }: { grants: GrantRow[]; mayWrite: boolean }) {
  const translate = useTranslate();
  return (
    <TableContainer>
      <Table size="small" aria-label={translate('resources.users.fields.grants')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column}>{translate(`resources.users.fields.${column}`)}</TableCell>
            ))}
            {mayWrite && <TableCell>{translate('bangfu.list.actions')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {grants.map((grant) => (
            <GrantLine key={grant.id} grant={grant} mayWrite={mayWrite} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

export function UserGrants() {
  const translate = useTranslate();
  const record = useRecordContext();
  const mayWrite = useHasRight('user.write');
  if (!record) return null;
  const grants: GrantRow[] = record.grants;
  const userId = String(record.id);
  return (
    <Card sx={{ mt: 2, p: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 1 }}>
        <Typography variant="h3" component="h2">
          {translate('resources.users.fields.grants')}
        </Typography>
        {mayWrite && (
          <VerbButton
            label="resources.users.addGrant"
            operation={`addGrant ${userId}`}
            run={(input) => request(addGrant, { input: { ...input, userId } as never })}
          >
            <GrantInputs />
          </VerbButton>
        )}
      </Box>
      {grants.length === 0 ? (
        <Alert severity="warning">{translate('resources.users.noGrants')}</Alert>
      ) : (
        <GrantTable grants={grants} mayWrite={mayWrite} />
      )}
    </Card>
  );
}
