import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { BooleanInput, DateInput, maxValue, minValue, NumberInput, required, TextInput } from 'react-admin';
import { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import { Ethnicity } from '#schema/codes/people/ethnicity.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import { CodeFilter, CodeInput, CodeSearchInput } from '../../../shared/codes/CodeInput.tsx';
import { withoutCodes } from '../../../shared/codes/codes.ts';
import { startsEmpty } from '../../../shared/edit/edit-fields.ts';
import { type DrawnFields, notInForm } from '../../../shared/form/form-fields.ts';
import type { updateMember } from '../household-verbs.graphql.ts';

const key = 'resources.households.members';
export const memberLabel = (name: string) => `${key}.fields.${name}`;

/** A household has one head; changing the head is a verb. */
export const otherRelations = withoutCodes(Relation, 'HEAD');

const months = [minValue(0), maxValue(12)];
const columns = {
  display: 'grid',
  gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' },
  columnGap: 2,
  alignItems: 'start',
} as const;

interface MemberFormOptions {
  /** The head's relation cannot be chosen. */
  isHead?: boolean;
  /** On an edit, numbers left empty are kept. */
  isEdit?: boolean;
}

type MemberFields = DrawnFields<
  Exclude<keyof Parameters<typeof updateMember>[0], 'id' | 'expectedVersion' | 'clientMutationId'>
>;

export function memberFields({ isHead = false, isEdit = false }: MemberFormOptions = {}) {
  const keep = isEdit ? `${key}.keepHint` : undefined;
  return {
    name: (source) => <TextInput source={source} label={memberLabel('name')} validate={required()} />,
    relation: isHead
      ? notInForm
      : (source) => (
          <CodeSearchInput
            source={source}
            label={memberLabel('relation')}
            list={otherRelations}
            validate={required()}
          />
        ),
    documentKind: (source) => (
      <CodeInput source={source} label={memberLabel('documentKind')} list={IdentityDocumentKind} />
    ),
    residentId: startsEmpty((source) => (
      <TextInput source={source} label={memberLabel('residentId')} helperText={keep} autoComplete="off" />
    )),
    sex: (source) => (
      <CodeInput source={source} label={memberLabel('sex')} list={Sex} helperText={`${key}.fromIdHint`} />
    ),
    birthOn: startsEmpty((source) => (
      <DateInput
        source={source}
        label={memberLabel('birthOn')}
        helperText={isEdit ? `${key}.keepHint` : `${key}.fromIdHint`}
      />
    )),
    phone: startsEmpty((source) => (
      <TextInput source={source} label={memberLabel('phone')} helperText={keep} autoComplete="off" />
    )),
    ethnicity: (source) => (
      <CodeSearchInput source={source} label={memberLabel('ethnicity')} list={Ethnicity} />
    ),
    health: (source) => <CodeFilter source={source} label={memberLabel('health')} list={Health} />,
    labour: (source) => <CodeInput source={source} label={memberLabel('labour')} list={LabourAbility} />,
    education: (source) => (
      <CodeInput
        source={source}
        label={memberLabel('education')}
        list={Education}
        helperText={`${key}.educationHint`}
      />
    ),
    schoolStatus: (source) => (
      <CodeSearchInput
        source={source}
        label={memberLabel('schoolStatus')}
        list={SchoolStatus}
        helperText={`${key}.schoolHint`}
      />
    ),
    dropoutReason: (source) => (
      <CodeInput source={source} label={memberLabel('dropoutReason')} list={DropoutReason} />
    ),
    politicalStatus: (source) => (
      <CodeInput source={source} label={memberLabel('politicalStatus')} list={PoliticalStatus} />
    ),
    workPlace: (source) => <CodeInput source={source} label={memberLabel('workPlace')} list={WorkPlace} />,
    workMonths: (source) => (
      <NumberInput
        source={source}
        label={memberLabel('workMonths')}
        min={0}
        max={12}
        step={1}
        validate={months}
      />
    ),
    hasDibao: (source) => <BooleanInput source={source} label={memberLabel('hasDibao')} />,
  } satisfies MemberFields;
}

/** In two columns where there is room. */
export const memberLayout = (inputs: Readonly<Record<string, ReactNode>>) => (
  <Box sx={columns}>{Object.values(inputs)}</Box>
);
