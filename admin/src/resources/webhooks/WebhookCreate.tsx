import { type RaRecord, required, TextInput, useRedirect } from 'react-admin';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { CreateWithSecret } from '../../shared/secret/CreateWithSecret.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';

type Made = RaRecord & { name: string; secret: string | null };

function WebhookForm() {
  const place = useOwnPlace();
  return (
    <PageForm sx={{ maxWidth: 720 }} defaultValues={{ divisionCode: place, types: [] }}>
      <TextInput
        source="name"
        validate={required()}
        helperText="resources.webhooks.nameHint"
        autoComplete="off"
      />
      <TextInput
        source="url"
        type="url"
        validate={required()}
        helperText="resources.webhooks.urlHint"
        autoComplete="off"
      />
      <DivisionInput
        source="divisionCode"
        label="resources.webhooks.fields.divisionCode"
        validate={required()}
      />
      <CodeFilter source="types" list={ChangeType} helperText="resources.webhooks.typesHint" />
    </PageForm>
  );
}

export function WebhookCreate() {
  const redirect = useRedirect();
  return (
    <CreateWithSecret<Made>
      secretOf={({ secret }) => secret}
      secretGone="resources.webhooks.secretGone"
      onDone={({ id }) => redirect('show', 'webhooks', id)}
      dialog={({ name }, secret, close) => <WebhookSecret name={name} secret={secret} onClose={close} />}
    >
      <WebhookForm />
    </CreateWithSecret>
  );
}
