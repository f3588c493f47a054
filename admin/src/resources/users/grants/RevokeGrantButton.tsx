import { useTranslate } from 'react-admin';
import { Role } from '#schema/codes/organization.codes.ts';
import { sendOf } from '../../../providers/data/documents.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { revokeGrant } from '../users.graphql.ts';
import type { GrantRow } from './grant.ts';

export function RevokeGrantButton({ grant }: { grant: GrantRow }) {
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
      send={sendOf(revokeGrant)}
      given={{ grantId: grant.id }}
      fields={{}}
      subject={`${label(grant.role)} · ${place}`}
      lead="resources.users.revokeLead"
    />
  );
}
