import type { ReactNode } from 'react';
import { DateInput, required, useGetIdentity } from 'react-admin';
import { localRoles } from '#schema/codes/rights.ts';
import type { Me } from '../../../providers/account/session.ts';
import type { InputOf } from '../../../providers/data/documents.ts';
import { DivisionInput } from '../../../shared/division/DivisionInput.tsx';
import { type FormFields, inputsOf } from '../../../shared/form/form-fields.ts';
import type { addGrant } from '../users.graphql.ts';
import { RoleInput } from './RoleInput.tsx';

type Days = { fromOn?: string };

const notBefore = (days: (values: Days & { grants?: Days[] }) => Days | undefined) =>
  function notBeforeStart(toOn: string, values: Days & { grants?: Days[] }) {
    const fromOn = days(values)?.fromOn;
    return fromOn && toOn && toOn < fromOn ? 'bangfu.dates.reversed' : undefined;
  };

const ofForm = notBefore((values) => values);
const ofFirstGrant = notBefore((values) => values.grants?.[0]);

type Roles = { role?: string };

/** Local roles need a division: empty would mean the whole country. */
const placeOf = (roles: (values: Roles & { grants?: Roles[] }) => Roles | undefined) =>
  function placeOfLocalRole(divisionCode: string, values: Roles & { grants?: Roles[] }) {
    return !divisionCode && localRoles.has(roles(values)?.role ?? '') ? 'ra.validation.required' : undefined;
  };

const placeOfForm = placeOf((values) => values);
const placeOfFirstGrant = placeOf((values) => values.grants?.[0]);

/** A user with a grant for the whole country may give one there; everybody else names a division. */
function useHoldsEverywhere(): boolean {
  const { identity } = useGetIdentity();
  const grants: Me['grants'] = identity?.grants ?? [];
  return grants.some(({ division }) => division === null);
}

type GrantFields = FormFields<InputOf<typeof addGrant>, 'userId' | 'clientMutationId'>;

/** Role, division and dates of a grant; `first` for the first grant of a new account. */
export function useGrantFields(first = false): GrantFields {
  const everywhere = useHoldsEverywhere();
  const hint = everywhere ? 'grantEverywhereHint' : 'grantDivisionHint';
  return {
    role: (source) => <RoleInput source={source} />,
    divisionCode: (source) => (
      <DivisionInput
        source={source}
        label="resources.users.fields.grantDivision"
        helperText={`resources.users.${hint}`}
        validate={everywhere ? (first ? placeOfFirstGrant : placeOfForm) : required()}
      />
    ),
    fromOn: (source) => (
      <DateInput
        source={source}
        label="resources.users.fields.fromOn"
        helperText="resources.users.fromHint"
      />
    ),
    toOn: (source) => (
      <DateInput
        source={source}
        label="resources.users.fields.toOn"
        helperText="resources.users.toHint"
        validate={first ? ofFirstGrant : ofForm}
      />
    ),
  };
}

export function FirstGrantInputs() {
  return <>{Object.values<ReactNode>(inputsOf(useGrantFields(true), 'grants.0.'))}</>;
}
