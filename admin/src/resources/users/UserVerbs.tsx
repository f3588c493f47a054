import { useState } from 'react';
import { required, useRecordContext } from 'react-admin';
import { request } from '../../api/client.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { CadreInput } from './CadreInput.tsx';
import { ResetLinkDialog } from './ResetLinkDialog.tsx';
import { disableUser, enableUser, linkCadre, type ResetLink, startPasswordReset } from './users.graphql.ts';

interface Sent {
  clientMutationId: string;
}

const useUser = () => {
  const record = useRecordContext();
  return { userId: String(record?.id), name: String(record?.displayName) };
};

export function DisableButton() {
  const { userId, name } = useUser();
  return (
    <VerbButton
      label="resources.users.disable"
      title="resources.users.disableTitle"
      color="error"
      operation={`disableUser ${userId}`}
      run={({ clientMutationId }: Sent) => request(disableUser, { input: { userId, clientMutationId } })}
      subject={name}
      lead="resources.users.disableLead"
    />
  );
}

export function EnableButton() {
  const { userId, name } = useUser();
  return (
    <VerbButton
      label="resources.users.enable"
      title="resources.users.enableTitle"
      operation={`enableUser ${userId}`}
      run={({ clientMutationId }: Sent) => request(enableUser, { input: { userId, clientMutationId } })}
      subject={name}
      lead="resources.users.enableLead"
    />
  );
}

export function ResetButton() {
  const { userId, name } = useUser();
  const [link, setLink] = useState<ResetLink>();
  const run = async ({ clientMutationId }: Sent) => {
    const answer = await request(startPasswordReset, { input: { userId, clientMutationId } });
    setLink(answer.startPasswordReset);
  };
  return (
    <>
      <VerbButton
        label="resources.users.reset"
        title="resources.users.resetTitle"
        operation={`startPasswordReset ${userId}`}
        run={run}
        subject={name}
        lead="resources.users.resetLead"
      />
      {link?.resetToken && (
        <ResetLinkDialog
          name={name}
          resetToken={link.resetToken}
          expiresAt={link.expiresAt}
          onClose={() => setLink(undefined)}
        />
      )}
    </>
  );
}

export function LinkCadreButton() {
  const { userId } = useUser();
  return (
    <VerbButton
      label="resources.users.linkCadre"
      operation={`linkCadre ${userId}`}
      run={({ cadreId, clientMutationId }: Sent & { cadreId?: unknown }) =>
        request(linkCadre, { input: { userId, cadreId: String(cadreId), clientMutationId } })
      }
      lead="resources.users.linkCadreLead"
    >
      <CadreInput validate={required()} />
    </VerbButton>
  );
}
