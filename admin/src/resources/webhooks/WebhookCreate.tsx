import { type RaRecord, required, TextInput, useRedirect } from 'react-admin';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { CreateWithSecret } from '../../shared/secret/CreateWithSecret.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';
import type { CreateWebhookInput } from './webhooks.graphql.ts';

type Made = RaRecord & { name: string; secret: string | null };

const form = recordForm<CreateWebhookInput>({
  name: (source) => (
    <TextInput
      source={source}
      validate={required()}
      helperText="resources.webhooks.nameHint"
      autoComplete="off"
    />
  ),
  url: (source) => (
    <TextInput
      source={source}
      type="url"
      validate={required()}
      helperText="resources.webhooks.urlHint"
      autoComplete="off"
    />
  ),
  divisionCode: (source) => (
    <DivisionInput source={source} label="resources.webhooks.fields.divisionCode" validate={required()} />
  ),
  types: {
    draw: (source) => (
      <CodeFilter source={source} list={ChangeType} helperText="resources.webhooks.typesHint" />
    ),
    // Choosing no type means all; the API takes no empty list.
    toInput: ({ types }) => (Array.isArray(types) && types.length > 0 ? types : undefined),
  },
});

function WebhookForm() {
  const place = useOwnPlace();
  return (
    <PageForm sx={{ maxWidth: 720 }} defaultValues={{ divisionCode: place, types: [] }}>
      {form.all}
    </PageForm>
  );
}

export function WebhookCreate() {
  const redirect = useRedirect();
  return (
    <CreateWithSecret<Made>
      toInput={form.toInput}
      secretOf={({ secret }) => secret}
      secretGone="resources.webhooks.secretGone"
      onDone={({ id }) => redirect('show', 'webhooks', id)}
      dialog={({ name }, secret, close) => <WebhookSecret name={name} secret={secret} onClose={close} />}
    >
      <WebhookForm />
    </CreateWithSecret>
  );
}
