import { Box } from '@mui/material';
import { BooleanInput, DateInput, maxValue, minValue, NumberInput, required, TextInput } from 'react-admin';
import { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import { Ethnicity } from '#schema/codes/people/ethnicity.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import { CodeFilter, CodeInput, CodeSearchInput } from '../../../shared/codes/CodeInput.tsx';
import { withoutCodes } from '../../../shared/codes/codes.ts';

const key = 'resources.households.members';
export const memberField = (name: string) => `${key}.fields.${name}`;

/** A household has one head; another takes over by a verb. */
export const otherRelations = withoutCodes(Relation, 'HEAD');

const months = [minValue(0), maxValue(12)];
const columns = {
  display: 'grid',
  gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' },
  columnGap: 2,
  alignItems: 'start',
} as const;

interface MemberInputsProps {
  /** The head's relation is no choice. */
  isHead?: boolean;
  /** An edit keeps numbers that are left empty. */
  isEdit?: boolean;
}

export function MemberInputs({ isHead = false, isEdit = false }: MemberInputsProps) {
  const keep = isEdit ? `${key}.keepHint` : undefined;
  return (
    <Box sx={columns}>
      <TextInput source="name" label={memberField('name')} validate={required()} />
      {!isHead && (
        <CodeSearchInput
          source="relation"
          label={memberField('relation')}
          list={otherRelations}
          validate={required()}
        />
      )}
      <CodeInput source="documentKind" label={memberField('documentKind')} list={IdentityDocumentKind} />
      <TextInput source="residentId" label={memberField('residentId')} helperText={keep} autoComplete="off" />
      <CodeInput source="sex" label={memberField('sex')} list={Sex} helperText={`${key}.fromIdHint`} />
      <DateInput
        source="birthOn"
        label={memberField('birthOn')}
        helperText={isEdit ? `${key}.keepHint` : `${key}.fromIdHint`}
      />
      <TextInput source="phone" label={memberField('phone')} helperText={keep} autoComplete="off" />
      <CodeSearchInput source="ethnicity" label={memberField('ethnicity')} list={Ethnicity} />
      <CodeFilter source="health" label={memberField('health')} list={Health} />
      <CodeInput source="labour" label={memberField('labour')} list={LabourAbility} />
      <CodeInput
        source="education"
        label={memberField('education')}
        list={Education}
        helperText={`${key}.educationHint`}
      />
      <CodeSearchInput
        source="schoolStatus"
        label={memberField('schoolStatus')}
        list={SchoolStatus}
        helperText={`${key}.schoolHint`}
      />
      <CodeInput source="dropoutReason" label={memberField('dropoutReason')} list={DropoutReason} />
      <CodeInput source="politicalStatus" label={memberField('politicalStatus')} list={PoliticalStatus} />
      <CodeInput source="workPlace" label={memberField('workPlace')} list={WorkPlace} />
      <NumberInput
        source="workMonths"
        label={memberField('workMonths')}
        min={0}
        max={12}
        step={1}
        validate={months}
      />
      <BooleanInput source="hasDibao" label={memberField('hasDibao')} />
    </Box>
  );
}
