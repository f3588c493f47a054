import { Card, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';

export function ChangePasswordPage() {
  const translate = useTranslate();
  const navigate = useNavigate();
  return (
    <Card sx={{ maxWidth: 480, p: { xs: 2, sm: 3 }, mt: 2 }}>
      <Title title={translate('resources.session.change.title')} />
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>
        {translate('resources.session.change.others')}
      </Typography>
      <ChangePasswordForm onDone={() => navigate('/')} />
    </Card>
  );
}
