import { useState } from 'react';
import { required, useRecordContext } from 'react-admin';
import { sendOf } from '../../providers/data/documents.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { AccountCadreInput } from './AccountCadreInput.tsx';
import { ResetLinkDialog } from './ResetLinkDialog.tsx';
import { disableUser, enableUser, linkCadre, type ResetLink, startPasswordReset } from './users.graphql.ts';

const sendStartPasswordReset = sendOf(startPasswordReset);

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
      send={sendOf(disableUser)}
      given={{ userId }}
      fields={{}}
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
      send={sendOf(enableUser)}
      given={{ userId }}
      fields={{}}
      subject={name}
      lead="resources.users.enableLead"
    />
  );
}

export function ResetButton() {
  const { userId, name } = useUser();
  const [link, setLink] = useState<ResetLink>();
  return (
    <>
      <VerbButton
        label="resources.users.reset"
        title="resources.users.resetTitle"
        operation={`startPasswordReset ${userId}`}
        send={sendStartPasswordReset}
        given={{ userId }}
        fields={{}}
        onDone={({ startPasswordReset: made }) => {
          setLink(made);
          return undefined;
        }}
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
      send={sendOf(linkCadre)}
      given={{ userId }}
      fields={{ cadreId: () => <AccountCadreInput validate={required()} /> }}
      lead="resources.users.linkCadreLead"
    />
  );
}
