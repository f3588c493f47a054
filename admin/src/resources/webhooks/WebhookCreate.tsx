import { useState } from 'react';
import {
  Create,
  type RaRecord,
  required,
  SimpleForm,
  TextInput,
  useNotify,
  useRedirect,
  useTranslate,
} from 'react-admin';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { SecretDialog } from '../../shared/secret/SecretDialog.tsx';

type Made = RaRecord & { name: string; secret: string | null };

export function WebhookCreate() {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const place = useOwnPlace();
  const [made, setMade] = useState<Made>();
  const toList = () => redirect('list', 'webhooks');
  const onSuccess = (webhook: Made) => {
    if (webhook.secret) return setMade(webhook);
    notify('resources.webhooks.secretGone', { type: 'warning' });
    return toList();
  };
  return (
    <>
      <Create<Made> redirect={false} mutationOptions={{ onSuccess }}>
        <SimpleForm sx={{ maxWidth: 720 }} defaultValues={{ divisionCode: place, types: [] }}>
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
        </SimpleForm>
      </Create>
      {made?.secret && (
        <SecretDialog
          title={`${translate('resources.webhooks.secretTitle')} · ${made.name}`}
          lead={translate('resources.webhooks.secretLead')}
          label={translate('resources.webhooks.secretLabel')}
          secret={made.secret}
          onClose={toList}
        />
      )}
    </>
  );
}
