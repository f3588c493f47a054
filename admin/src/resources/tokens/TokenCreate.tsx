import {
  DateInput,
  minValue,
  NumberInput,
  type RaRecord,
  required,
  TextInput,
  useRedirect,
  useTranslate,
} from 'react-admin';
import { daysFrom, todayInCounty } from '../../shared/display/today.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { CreateWithSecret } from '../../shared/secret/CreateWithSecret.tsx';
import { SecretDialog } from '../../shared/secret/SecretDialog.tsx';
import { RightsInput } from './RightsInput.tsx';
import type { CreateTokenInput } from './tokens.graphql.ts';
import { TokenExample } from './use/TokenExample.tsx';

type Made = RaRecord & { name: string; secret: string | null };

const LONGEST_DAYS = 366;
const USUAL_DAYS = 90;
const LEAST_POINTS = 1_000;

const withinAYear = (day: string) => {
  if (!day) return undefined;
  if (day < todayInCounty()) return 'resources.tokens.tooEarly';
  return day > daysFrom(todayInCounty(), LONGEST_DAYS) ? 'resources.tokens.tooFar' : undefined;
};

const form = recordForm<CreateTokenInput>({
  name: (source) => (
    <TextInput
      source={source}
      validate={required()}
      helperText="resources.tokens.nameHint"
      autoComplete="off"
    />
  ),
  divisionCode: (source) => (
    <DivisionInput source={source} label="resources.tokens.fields.divisionCode" validate={required()} />
  ),
  expiresOn: (source) => (
    <DateInput
      source={source}
      validate={[required(), withinAYear]}
      helperText="resources.tokens.expiresHint"
    />
  ),
  rights: () => <RightsInput />,
  pointsPerMinute: (source) => (
    <NumberInput
      source={source}
      min={LEAST_POINTS}
      step={LEAST_POINTS}
      validate={minValue(LEAST_POINTS)}
      helperText="resources.tokens.pointsHint"
    />
  ),
});

function TokenForm() {
  const place = useOwnPlace();
  const defaults = {
    divisionCode: place,
    rights: [],
    expiresOn: daysFrom(todayInCounty(), USUAL_DAYS),
  };
  return (
    <PageForm sx={{ maxWidth: 720 }} defaultValues={defaults}>
      {form.all}
    </PageForm>
  );
}

export function TokenCreate() {
  const translate = useTranslate();
  const redirect = useRedirect();
  return (
    <CreateWithSecret<Made>
      toInput={form.toInput}
      secretOf={({ secret }) => secret}
      secretGone="resources.tokens.secretGone"
      onDone={() => redirect('list', 'tokens')}
      dialog={({ id, name }, secret, close) => (
        <SecretDialog
          title={`${translate('resources.tokens.secretTitle')} · ${name}`}
          lead={translate('resources.tokens.secretLead')}
          label={translate('resources.tokens.secretLabel')}
          secret={secret}
          onClose={close}
        >
          <TokenExample token={secret} clientId={String(id)} />
        </SecretDialog>
      )}
    >
      <TokenForm />
    </CreateWithSecret>
  );
}
