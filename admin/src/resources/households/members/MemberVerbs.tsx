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
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { addMember, memberLeaves, memberReturns, updateMember } from '../household-verbs.graphql.ts';
import type { Member } from '../households.graphql.ts';
import { MemberInputs, memberField } from './MemberInputs.tsx';

const key = 'resources.households.members';

/** Set by the closing of a household alone. */
const ownReasons = withoutCodes(MemberLeaveReason, 'HOUSEHOLD_CLOSED');

const fresh = { documentKind: 'RESIDENT_ID', health: [], hasDibao: false };

export function AddMemberButton({ householdId }: { householdId: string }) {
  return (
    <VerbButton
      label={`${key}.add`}
      icon={<PersonAddAlt />}
      operation={`addMember ${householdId}`}
      run={(input) => addMember({ ...input, householdId })}
      defaultValues={fresh}
      success={`${key}.added`}
      variant="contained"
    >
      <MemberInputs />
    </VerbButton>
  );
}

interface MemberVerbProps {
  member: Member;
  compact: boolean;
}

export function EditMemberButton({ member, compact }: MemberVerbProps) {
  const translate = useTranslate();
  const { id, version, ...former } = member;
  return (
    <VerbButton
      label={`${key}.edit`}
      title={translate(`${key}.editTitle`, { name: member.name })}
      icon={<EditOutlined fontSize="small" />}
      operation={`updateMember ${id}`}
      version={version}
      run={({ clientMutationId, ...values }) =>
        updateMember({ ...changesOf(values, former), clientMutationId, id, expectedVersion: version })
      }
      defaultValues={former}
      submitLabel="ra.action.save"
      success={`${key}.edited`}
      compact={compact}
    >
      <MemberInputs isEdit isHead={member.relation === 'HEAD'} />
    </VerbButton>
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
      run={(input) => memberLeaves({ ...input, id: member.id, expectedVersion: member.version })}
      defaultValues={{ leftOn: todayInCounty() }}
      success={`${key}.left`}
      compact={compact}
    >
      <DateInput source="leftOn" label={`${key}.lastDay`} validate={required()} />
      <CodeInput source="reason" label={memberField('leftReason')} list={ownReasons} validate={required()} />
    </VerbButton>
  );
}

/** Undoes a death or departure that was noted by mistake. */
export function MemberReturnsButton({ member, compact }: MemberVerbProps) {
  const translate = useTranslate();
  return (
    <VerbButton
      label={`${key}.return`}
      title={translate(`${key}.returnTitle`, { name: member.name })}
      icon={<Undo fontSize="small" />}
      operation={`memberReturns ${member.id}`}
      version={member.version}
      run={(input) => memberReturns({ ...input, id: member.id, expectedVersion: member.version })}
      success={`${key}.returned`}
      compact={compact}
    >
      <Typography variant="body2" sx={{ mb: 1 }}>
        {translate(`${key}.returnLead`)}
      </Typography>
      <TextInput source="reason" label={`${key}.returnReason`} validate={required()} />
    </VerbButton>
  );
}
