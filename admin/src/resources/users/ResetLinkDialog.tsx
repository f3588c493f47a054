import { useTranslate } from 'react-admin';
import { useFormatInstant } from '../../shared/display/days.ts';
import { SecretDialog } from '../../shared/secret/SecretDialog.tsx';

interface ResetLinkDialogProps {
  name: string;
  resetToken: string;
  expiresAt: string | null;
  onClose: () => void;
}

const addressOf = (token: string) => `${window.location.origin}${window.location.pathname}#/reset/${token}`;

export function ResetLinkDialog({ name, resetToken, expiresAt, onClose }: ResetLinkDialogProps) {
  const translate = useTranslate();
  const format = useFormatInstant();
  return (
    <SecretDialog
      title={translate('resources.users.linkTitle')}
      lead={translate('resources.users.linkLead', { name })}
      label={translate('resources.users.linkLabel')}
      secret={addressOf(resetToken)}
      note={expiresAt ? translate('resources.users.linkUntil', { until: format(expiresAt) }) : undefined}
      onClose={onClose}
    />
  );
}
