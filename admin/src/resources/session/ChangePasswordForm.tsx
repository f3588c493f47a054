import { useQueryClient } from '@tanstack/react-query';
import { PasswordInput, required, useNotify } from 'react-admin';
import { forgetMe } from '../../providers/account/session.ts';
import { type InputOf, sendOf } from '../../providers/data/documents.ts';
import type { FormFields } from '../../shared/form/form-fields.ts';
import { SendForm } from '../../shared/form/SendForm.tsx';
import { NewPasswordInputs } from './NewPasswordInputs.tsx';
import { changePasswordMutation } from './session.graphql.ts';

type ChangePasswordInput = InputOf<typeof changePasswordMutation>;

const send = sendOf(changePasswordMutation);

const fields: FormFields<ChangePasswordInput, 'clientMutationId'> = {
  currentPassword: (source) => (
    <PasswordInput
      source={source}
      label="resources.session.fields.currentPassword"
      autoComplete="current-password"
      validate={required()}
      helperText={false}
    />
  ),
  newPassword: (source) => <NewPasswordInputs source={source} />,
};

export function ChangePasswordForm({ onDone }: { onDone?: () => void }) {
  const notify = useNotify();
  const queryClient = useQueryClient();
  const change = async (input: ChangePasswordInput) => {
    await send(input);
    forgetMe();
    await queryClient.invalidateQueries();
    notify('resources.session.change.done', { type: 'success' });
    onDone?.();
  };
  return <SendForm fields={fields} submit="resources.session.change.save" run={change} />;
}
