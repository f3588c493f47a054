import { Divider, Typography } from '@mui/material';
import { type RaRecord, required, TextInput, useRedirect, useTranslate } from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { CreateWithSecret } from '../../shared/secret/CreateWithSecret.tsx';
import { CadreInput } from './CadreInput.tsx';
import { GrantInputs } from './grants/GrantInputs.tsx';
import { ResetLinkDialog } from './ResetLinkDialog.tsx';
import type { ResetLink } from './users.graphql.ts';

type Made = RaRecord & { displayName: string; link: ResetLink };

function UserForm() {
  const translate = useTranslate();
  const place = useOwnPlace();
  const seesCadres = useHasRight('cadre.read');
  const defaults = { divisionCode: place, grants: [{ divisionCode: place }] };
  return (
    <PageForm sx={{ maxWidth: 640 }} defaultValues={defaults}>
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
    </PageForm>
  );
}

export function UserCreate() {
  const redirect = useRedirect();
  return (
    <CreateWithSecret<Made>
      secretOf={({ link }) => link.resetToken}
      secretGone="resources.users.linkGone"
      onDone={({ id }) => redirect('show', 'users', id)}
      dialog={({ displayName, link }, resetToken, close) => (
        <ResetLinkDialog
          name={displayName}
          resetToken={resetToken}
          expiresAt={link.expiresAt}
          onClose={close}
        />
      )}
    >
      <UserForm />
    </CreateWithSecret>
  );
}
