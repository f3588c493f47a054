import { Divider, Typography } from '@mui/material';
import { type RaRecord, required, TextInput, useRedirect, useTranslate } from 'react-admin';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { CreateWithSecret } from '../../shared/secret/CreateWithSecret.tsx';
import { AccountCadreInput } from './AccountCadreInput.tsx';
import { FirstGrantInputs } from './grants/grant-fields.tsx';
import { ResetLinkDialog } from './ResetLinkDialog.tsx';
import type { CreateUserInput, ResetLink } from './users.graphql.ts';

type Made = RaRecord & { displayName: string; link: ResetLink };

function FirstGrant() {
  const translate = useTranslate();
  return (
    <>
      <Divider flexItem sx={{ my: 2 }} />
      <Typography variant="h3" component="h2">
        {translate('resources.users.firstGrant')}
      </Typography>
      <FirstGrantInputs />
    </>
  );
}

function CadreOfUser() {
  const seesCadres = useHasRight('cadre.read');
  return seesCadres && <AccountCadreInput />;
}

const form = recordForm<CreateUserInput>({
  username: (source) => (
    <TextInput
      source={source}
      helperText="resources.users.usernameHint"
      validate={required()}
      autoComplete="off"
    />
  ),
  displayName: (source) => <TextInput source={source} validate={required()} autoComplete="off" />,
  divisionCode: (source) => (
    <DivisionInput
      source={source}
      label="resources.users.fields.divisionCode"
      helperText="resources.users.divisionHint"
    />
  ),
  grants: () => <FirstGrant />,
  cadreId: () => <CadreOfUser />,
});

function UserForm() {
  const place = useOwnPlace();
  const defaults = { divisionCode: place, grants: [{ divisionCode: place }] };
  return (
    <PageForm sx={{ maxWidth: 640 }} defaultValues={defaults}>
      {form.all}
    </PageForm>
  );
}

export function UserCreate() {
  const redirect = useRedirect();
  return (
    <CreateWithSecret<Made>
      toInput={form.toInput}
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
