import EditOutlined from '@mui/icons-material/EditOutlined';
import PersonAddAlt from '@mui/icons-material/PersonAddAlt';
import PersonRemoveOutlined from '@mui/icons-material/PersonRemoveOutlined';
import Undo from '@mui/icons-material/Undo';
import { Typography } from '@mui/material';
import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { MemberLeaveReason } from '#schema/codes/settings.codes.ts';
import { changesOf } from '../../../providers/data/changes.ts';
import { CodeInput } from '../../../shared/codes/CodeInput.tsx';
import { withoutCodes } from '../../../shared/codes/codes.ts';
import { todayInCounty } from '../../../shared/display/today.ts';
import { EditVerbButton } from '../../../shared/edit/EditVerbButton.tsx';
import { notInForm } from '../../../shared/form/form-fields.ts';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { addMember, memberLeaves, memberReturns, updateMember } from '../household-verbs.graphql.ts';
import type { Member } from '../households.graphql.ts';
import { memberFields, memberLabel, memberLayout } from './member-fields.tsx';

const key = 'resources.households.members';

/** The server sets this one when a household is closed. */
const ownReasons = withoutCodes(MemberLeaveReason, 'HOUSEHOLD_CLOSED');

const fresh = { documentKind: 'RESIDENT_ID', health: [], hasDibao: false };

export function AddMemberButton({ householdId }: { householdId: string }) {
  return (
    <VerbButton
      label={`${key}.add`}
      icon={<PersonAddAlt />}
      operation={`addMember ${householdId}`}
      send={addMember}
      given={{ householdId }}
      fields={memberFields()}
      layout={memberLayout}
      defaultValues={fresh}
      success={`${key}.added`}
      variant="contained"
    />
  );
}

interface MemberVerbProps {
  member: Member;
  compact: boolean;
}

type MemberInput = Parameters<typeof updateMember>[0];

export function EditMemberButton({ member, compact }: MemberVerbProps) {
  const translate = useTranslate();
  const { id, version, ...former } = member;
  return (
    <EditVerbButton
      label={`${key}.edit`}
      title={translate(`${key}.editTitle`, { name: member.name })}
      icon={<EditOutlined fontSize="small" />}
      operation={`updateMember ${id}`}
      version={version}
      send={({ clientMutationId, expectedVersion, id: _, ...input }: MemberInput) =>
        updateMember({ ...changesOf(input, former), id, expectedVersion, clientMutationId })
      }
      given={{ id, expectedVersion: version }}
      fields={memberFields({ isEdit: true, isHead: member.relation === 'HEAD' })}
      layout={memberLayout}
      record={former}
      submitLabel="ra.action.save"
      success={`${key}.edited`}
      compact={compact}
    />
  );
}

export function MemberLeavesButton({ member, compact }: MemberVerbProps) {
  const translate = useTranslate();
  return (
    <VerbButton
      label={`${key}.leave`}
      title={translate(`${key}.leaveTitle`, { name: member.name })}
      icon={<PersonRemoveOutlined fontSize="small" />}
      operation={`memberLeaves ${member.id}`}
      version={member.version}
      send={memberLeaves}
      given={{ id: member.id, expectedVersion: member.version }}
      fields={{
        leftOn: (source) => <DateInput source={source} label={`${key}.lastDay`} validate={required()} />,
        reason: (source) => (
          <CodeInput
            source={source}
            label={memberLabel('leftReason')}
            list={ownReasons}
            validate={required()}
          />
        ),
      }}
      defaultValues={{ leftOn: todayInCounty() }}
      success={`${key}.left`}
      compact={compact}
    />
  );
}

/** Undoes a death or departure that was recorded by mistake. */
export function MemberReturnsButton({ member, compact }: MemberVerbProps) {
  const translate = useTranslate();
  return (
    <VerbButton
      label={`${key}.return`}
      title={translate(`${key}.returnTitle`, { name: member.name })}
      icon={<Undo fontSize="small" />}
      operation={`memberReturns ${member.id}`}
      version={member.version}
      send={memberReturns}
      given={{ id: member.id, expectedVersion: member.version }}
      fields={{
        relation: notInForm,
        reason: (source) => <TextInput source={source} label={`${key}.returnReason`} validate={required()} />,
      }}
      success={`${key}.returned`}
      compact={compact}
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate(`${key}.returnLead`)}
      </Typography>
    </VerbButton>
  );
}
