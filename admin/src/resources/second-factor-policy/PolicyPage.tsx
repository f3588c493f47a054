import { Card, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { useRef } from 'react';
import {
  BooleanInput,
  CheckboxGroupInput,
  Loading,
  maxValue,
  minValue,
  NumberInput,
  required,
  Title,
  useNotify,
  useTranslate,
} from 'react-admin';
import { Role } from '#schema/codes/organization.codes.ts';
import { request } from '../../api/client.ts';
import { errorCode } from '../../api/errors.ts';
import { forgetMe } from '../../providers/account/session.ts';
import type { InputOf } from '../../providers/data/documents.ts';
import { useCodeChoices } from '../../shared/codes/codes.ts';
import { Draft, type DraftHandle } from '../../shared/draft/Draft.tsx';
import type { EditFields } from '../../shared/edit/edit-fields.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { SendForm } from '../../shared/form/SendForm.tsx';
import { policyQuery, setPolicyMutation } from './policy.graphql.ts';

const field = (name: string) => fieldLabel('secondFactorPolicy', name);
const inRange = [required(), minValue(1), maxValue(240)];

/** A program has no phone. */
const isOfPeople = ({ id }: { id: string }) => id !== 'API_CLIENT';

function RolesInput({ source }: { source: string }) {
  const roles = useCodeChoices(Role).filter(isOfPeople);
  return (
    <CheckboxGroupInput
      source={source}
      label={field('requiredRoles')}
      helperText="resources.secondFactorPolicy.own"
      choices={roles}
      translateChoice={false}
    />
  );
}

type PolicyInput = InputOf<typeof setPolicyMutation>;

type Policy = NonNullable<ResultOf<typeof policyQuery>['secondFactorPolicy']>;

const fields: EditFields<PolicyInput, Policy, 'expectedVersion' | 'clientMutationId'> = {
  requiredRoles: (source) => <RolesInput source={source} />,
  stepUpToReveal: (source) => (
    <BooleanInput
      source={source}
      label={field('stepUpToReveal')}
      helperText="resources.secondFactorPolicy.tokens"
    />
  ),
  stepUpMinutes: (source) => (
    <NumberInput
      source={source}
      label={field('stepUpMinutes')}
      helperText="resources.secondFactorPolicy.minutesHint"
      min={1}
      max={240}
      validate={inRange}
    />
  ),
};

/** Which roles must have a second factor, and which actions ask for a code again. */
export function PolicyPage() {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const draft = useRef<DraftHandle>(null);
  const { data, error } = useQuery({
    queryKey: ['secondFactorPolicy'],
    queryFn: async () => (await request(policyQuery, {})).secondFactorPolicy,
  });
  const save = async (input: Omit<PolicyInput, 'expectedVersion'>) => {
    const expectedVersion = data?.version ?? 0;
    try {
      await request(setPolicyMutation, { input: { ...input, expectedVersion } });
    } catch (refusal) {
      if (errorCode(refusal) !== 'CONFLICT') throw refusal;
      // When somebody else has changed the policy meanwhile, the form is made again from it, because it cannot show the
      // refusal.
      draft.current?.close();
      notify('bangfu.verb.stale', { type: 'warning', autoHideDuration: null });
      return await queryClient.invalidateQueries();
    }
    draft.current?.close();
    notify('resources.secondFactorPolicy.saved', { type: 'success' });
    // One's own role may be among them.
    forgetMe();
    await queryClient.invalidateQueries();
  };
  const title = translate('resources.secondFactorPolicy.name', { smart_count: 1 });
  return (
    <Card sx={{ maxWidth: 640, p: { xs: 2, sm: 3 }, mt: 2 }}>
      <Title title={title} />
      <Typography variant="h1" component="h2">
        {title}
      </Typography>
      <Typography sx={{ color: 'text.secondary', my: 1 }}>
        {translate('resources.secondFactorPolicy.lead')}
      </Typography>
      {error && <Typography role="alert">{translate(error.message)}</Typography>}
      {!data && !error && <Loading />}
      {data && (
        <SendForm<PolicyInput, 'expectedVersion'>
          key={data.version}
          fields={fields}
          submit="ra.action.save"
          defaultValues={data}
          run={save}
        >
          <Draft ref={draft} name="secondFactorPolicy" version={data.version} />
        </SendForm>
      )}
    </Card>
  );
}
