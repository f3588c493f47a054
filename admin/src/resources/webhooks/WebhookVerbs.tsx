import { useState } from 'react';
import { useRecordContext, useRedirect } from 'react-admin';
import { sendOf } from '../../providers/data/documents.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';
import { pauseWebhook, removeWebhook, resumeWebhook, rotateSecret, testWebhook } from './webhooks.graphql.ts';

const sendRotateSecret = sendOf(rotateSecret);

const words = 'resources.webhooks';

interface VerbProps {
  verb: 'pause' | 'resume' | 'test' | 'remove';
  document: typeof pauseWebhook | typeof resumeWebhook | typeof testWebhook | typeof removeWebhook;
  color?: 'error';
  /** Message on success; “done” by default. */
  success?: string;
  onDone?: () => boolean | undefined;
}

function Verb({ verb, document, color, success, onDone }: VerbProps) {
  const record = useRecordContext();
  const webhookId = String(record?.id);
  return (
    <VerbButton
      label={`${words}.${verb}`}
      variant="outlined"
      color={color}
      operation={`${verb}Webhook ${webhookId}`}
      send={sendOf(document as typeof pauseWebhook)}
      given={{ webhookId }}
      fields={{}}
      onDone={onDone}
      success={success}
      subject={record?.name}
      lead={`${words}.${verb}Lead`}
    />
  );
}

function Rotate() {
  const record = useRecordContext();
  const [secret, setSecret] = useState<string>();
  const webhookId = String(record?.id);
  return (
    <>
      <VerbButton
        label={`${words}.rotate`}
        variant="outlined"
        operation={`rotateWebhookSecret ${webhookId}`}
        send={sendRotateSecret}
        given={{ webhookId }}
        fields={{}}
        onDone={(result) => {
          setSecret(result.rotateWebhookSecret.secret ?? undefined);
          return undefined;
        }}
        subject={record?.name}
        lead={`${words}.rotateLead`}
      />
      {secret && <WebhookSecret name={record?.name} secret={secret} onClose={() => setSecret(undefined)} />}
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
      <Verb verb="test" document={testWebhook} success={`${words}.tested`} />
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
