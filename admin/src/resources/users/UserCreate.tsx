import { Divider, Typography } from '@mui/material';
import { useState } from 'react';
import {
  Create,
  type RaRecord,
  required,
  SimpleForm,
  TextInput,
  useNotify,
  useRedirect,
  useTranslate,
} from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { CadreInput } from './CadreInput.tsx';
import { GrantInputs } from './GrantInputs.tsx';
import { ResetLinkDialog } from './ResetLinkDialog.tsx';
import type { ResetLink } from './users.graphql.ts';

type Made = RaRecord & { displayName: string; link: ResetLink };

function UserForm() {
  const translate = useTranslate();
  const place = useOwnPlace();
  const seesCadres = useHasRight('cadre.read');
  const defaults = { divisionCode: place, grants: [{ divisionCode: place }] };
  return (
    <SimpleForm sx={{ maxWidth: 640 }} defaultValues={defaults}>
      <TextInput
        source="username"
        helperText="resources.users.usernameHint"
        validate={required()}
        autoComplete="off"
      />
      <TextInput source="displayName" validate={required()} autoComplete="off" />
      <DivisionInput
        source="divisionCode"
        label="resources.users.fields.divisionCode"
        helperText="resources.users.divisionHint"
      />
      <Divider flexItem sx={{ my: 2 }} />
      <Typography variant="h3" component="h2">
        {translate('resources.users.firstGrant')}
      </Typography>
      <GrantInputs first />
      {seesCadres && <CadreInput />}
    </SimpleForm>
  );
}

export function UserCreate() {
  const notify = useNotify();
  const redirect = useRedirect();
  const [made, setMade] = useState<Made>();
  const toPage = (id: RaRecord['id']) => redirect('show', 'users', id);
  const onSuccess = (user: Made) => {
    if (user.link.resetToken) return setMade(user);
    notify('resources.users.linkGone', { type: 'warning' });
    return toPage(user.id);
  };
  return (
    <>
      <Create<Made> redirect={false} mutationOptions={{ onSuccess }}>
        <UserForm />
      </Create>
      {made?.link.resetToken && (
        <ResetLinkDialog
          name={made.displayName}
          resetToken={made.link.resetToken}
          expiresAt={made.link.expiresAt}
          onClose={() => toPage(made.id)}
        />
      )}
    </>
  );
}
