import { useTranslate } from 'react-admin';
import { SecretDialog } from '../../shared/secret/SecretDialog.tsx';

const words = 'resources.webhooks';

interface WebhookSecretProps {
  name: string;
  secret: string;
  onClose: () => void;
}

export function WebhookSecret({ name, secret, onClose }: WebhookSecretProps) {
  const translate = useTranslate();
  return (
    <SecretDialog
      title={`${translate(`${words}.secretTitle`)} · ${name}`}
      lead={translate(`${words}.secretLead`)}
      label={translate(`${words}.secretLabel`)}
      secret={secret}
      onClose={onClose}
    />
  );
}
