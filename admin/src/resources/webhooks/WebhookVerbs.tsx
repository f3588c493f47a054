import { Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useRedirect, useTranslate } from 'react-admin';
import { request } from '../../api/client.ts';
import { SecretDialog } from '../../shared/secret/SecretDialog.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { pauseWebhook, removeWebhook, resumeWebhook, rotateSecret, testWebhook } from './webhooks.graphql.ts';

const words = 'resources.webhooks';

interface VerbProps {
  verb: 'pause' | 'resume' | 'test' | 'remove';
  document: typeof pauseWebhook | typeof resumeWebhook | typeof testWebhook | typeof removeWebhook;
  color?: 'error';
  onDone?: () => boolean | undefined;
}

function Verb({ verb, document, color, onDone }: VerbProps) {
  const record = useRecordContext();
  const translate = useTranslate();
  const webhookId = String(record?.id);
  return (
    <VerbButton
      label={`${words}.${verb}`}
      variant="outlined"
      color={color}
      operation={`${verb}Webhook ${webhookId}`}
      run={({ clientMutationId }) =>
        request(document as typeof pauseWebhook, { input: { webhookId, clientMutationId } })
      }
      onDone={onDone}
    >
      <Typography>{translate(`${words}.${verb}Lead`)}</Typography>
    </VerbButton>
  );
}

function Rotate() {
  const record = useRecordContext();
  const translate = useTranslate();
  const [secret, setSecret] = useState<string>();
  const webhookId = String(record?.id);
  return (
    <>
      <VerbButton
        label={`${words}.rotate`}
        variant="outlined"
        operation={`rotateWebhookSecret ${webhookId}`}
        run={({ clientMutationId }) => request(rotateSecret, { input: { webhookId, clientMutationId } })}
        onDone={(result) => {
          setSecret(result.rotateWebhookSecret.secret ?? undefined);
          return undefined;
        }}
      >
        <Typography>{translate(`${words}.rotateLead`)}</Typography>
      </VerbButton>
      {secret && (
        <SecretDialog
          title={translate(`${words}.secretTitle`)}
          lead={translate(`${words}.secretLead`)}
          label={translate(`${words}.secretLabel`)}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  );
}

export function WebhookVerbs() {
  const record = useRecordContext();
  const redirect = useRedirect();
  if (!record) return null;
  const toList = () => {
    redirect('list', 'webhooks');
    return undefined;
  };
  return (
    <>
      <Verb verb="test" document={testWebhook} />
      {record.status === 'ACTIVE' ? (
        <Verb verb="pause" document={pauseWebhook} />
      ) : (
        <Verb verb="resume" document={resumeWebhook} />
      )}
      <Rotate />
      <Verb verb="remove" document={removeWebhook} color="error" onDone={toList} />
    </>
  );
}
