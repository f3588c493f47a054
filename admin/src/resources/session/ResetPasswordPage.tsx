import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { EntryPage } from '../../layout/entry/EntryPage.tsx';
import { type InputOf, sendOf } from '../../providers/data/documents.ts';
import { SendForm } from '../../shared/form/SendForm.tsx';
import { NewPasswordInputs } from './NewPasswordInputs.tsx';
import { resetPasswordMutation } from './session.graphql.ts';

const send = sendOf(resetPasswordMutation);

const fields = { newPassword: (source: string) => <NewPasswordInputs source={source} /> };

/** The token stands behind the `#` of the address, which browsers never send. */
export function ResetPasswordPage() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { token = '' } = useParams();

  const reset = async ({ newPassword }: { newPassword: string }) => {
    const { resetPassword } = await send({ token, newPassword });
    const arrival = { passwordSet: true, username: resetPassword.username };
    await navigate('/login', { state: arrival, replace: true });
  };

  return (
    <EntryPage heading="resources.session.reset.title" lead="resources.session.reset.lead">
      <SendForm<InputOf<typeof resetPasswordMutation>, 'token'>
        fields={fields}
        submit="resources.session.reset.save"
        fullWidth
        run={reset}
      />
      <Button component={Link} to="/login" sx={{ mt: 1 }}>
        {translate('resources.session.reset.toLogin')}
      </Button>
    </EntryPage>
  );
}
