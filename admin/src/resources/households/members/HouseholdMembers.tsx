import { Box, Chip, type Theme, Typography, useMediaQuery } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import { IdentityDocumentKind, Sex } from '#schema/codes/people/person.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import { MemberLeaveReason } from '#schema/codes/settings.codes.ts';
import { useCodeLabel, useEnumeration } from '../../../shared/codes/codes.ts';
import { type RowColumn, RowTable } from '../../../shared/table/RowTable.tsx';
import type { Member } from '../households.graphql.ts';
import { RevealButton } from '../show/RevealButton.tsx';
import { TabHead } from '../show/TabHead.tsx';
import { useHousehold, useMayChangeHousehold } from '../useHousehold.ts';
import { ChangeHeadButton } from './ChangeHeadButton.tsx';
import {
  AddMemberButton,
  EditMemberButton,
  MemberLeavesButton,
  MemberReturnsButton,
} from './MemberVerbs.tsx';
import { memberLabel } from './member-fields.tsx';

const key = 'resources.households.members';

function Numbers({ member }: { member: Member }) {
  const kind = useCodeLabel(IdentityDocumentKind);
  const numbers = [
    { field: 'RESIDENT_ID', value: member.residentIdMasked },
    { field: 'PHONE', value: member.phoneMasked },
  ] as const;
  return (
    <>
      {member.documentKind !== 'RESIDENT_ID' && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {kind(member.documentKind)}
        </Typography>
      )}
      {numbers.map(
        ({ field, value }) =>
          value && (
            <Box key={field} sx={{ display: 'flex', alignItems: 'center', whiteSpace: 'nowrap' }}>
              <Typography variant="body2" component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {value}
              </Typography>
              <RevealButton id={member.id} field={field} name={member.name} compact />
            </Box>
          ),
      )}
    </>
  );
}

function useMemberColumns(): RowColumn<Member>[] {
  const translate = useTranslate();
  const relation = useCodeLabel(Relation);
  const sex = useCodeLabel(Sex);
  const health = useCodeLabel(Health);
  const labour = useCodeLabel(LabourAbility);
  const education = useCodeLabel(Education);
  const school = useCodeLabel(SchoolStatus);
  const place = useCodeLabel(WorkPlace);
  const enumerate = useEnumeration();
  const work = ({ workPlace, workMonths }: Member) =>
    [place(workPlace), workMonths && translate(`${key}.months`, { smart_count: workMonths })]
      .filter(Boolean)
      .join(' ') || '—';
  return [
    {
      key: 'name',
      label: memberLabel('name'),
      isName: true,
      cell: ({ name, hasDibao }) => (
        <>
          {name} {hasDibao && <Chip size="small" variant="outlined" label={translate(`${key}.dibao`)} />}
        </>
      ),
    },
    { key: 'relation', label: memberLabel('relation'), cell: (member) => relation(member.relation) },
    { key: 'sex', label: memberLabel('sex'), cell: (member) => sex(member.sex) },
    { key: 'birthYear', label: memberLabel('birthYear'), cell: ({ birthYear }) => birthYear ?? '—' },
    { key: 'contact', label: memberLabel('contact'), cell: (member) => <Numbers member={member} /> },
    {
      key: 'health',
      label: memberLabel('health'),
      cell: (member) => enumerate(member.health.map(health)) || '—',
    },
    { key: 'labour', label: memberLabel('labour'), cell: (member) => labour(member.labour) || '—' },
    {
      key: 'schooling',
      label: memberLabel('schooling'),
      cell: (member) => school(member.schoolStatus) || education(member.education) || '—',
    },
    { key: 'work', label: memberLabel('work'), cell: work },
  ];
}

function MemberActions({ member }: { member: Member }) {
  // On a phone there is no hover to show what an icon means.
  const compact = !useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const isHead = member.relation === 'HEAD';
  return (
    <>
      <EditMemberButton member={member} compact={compact} />
      {!isHead && <ChangeHeadButton member={member} compact={compact} />}
      {!isHead && <MemberLeavesButton member={member} compact={compact} />}
    </>
  );
}

export function HouseholdMembers() {
  const household = useHousehold();
  const mayChange = useMayChangeHousehold();
  const columns = useMemberColumns();
  if (!household) return null;
  const { members = [], formerMembers = [] } = household;
  return (
    <>
      <TabHead>{mayChange && <AddMemberButton householdId={household.id} />}</TabHead>
      <RowTable
        rows={members}
        columns={columns}
        keyOf={({ id }) => id}
        label="resources.households.tab.members"
        empty={`${key}.none`}
        actions={mayChange ? (member) => <MemberActions member={member} /> : undefined}
      />
      {formerMembers.length > 0 && (
        <FormerMembers members={formerMembers} mayReturn={mayChange && household.status === 'ACTIVE'} />
      )}
    </>
  );
}

function FormerMembers({ members, mayReturn }: { members: Member[]; mayReturn: boolean }) {
  const translate = useTranslate();
  const relation = useCodeLabel(Relation);
  const reason = useCodeLabel(MemberLeaveReason);
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography variant="h5" component="h3" sx={{ mb: 1 }}>
        {translate(`${key}.former`)}
      </Typography>
      <RowTable
        rows={members}
        keyOf={({ id }) => id}
        label={`${key}.former`}
        empty={`${key}.none`}
        actions={mayReturn ? (member) => <MemberReturnsButton member={member} compact={false} /> : undefined}
        columns={[
          { key: 'name', label: memberLabel('name'), isName: true, cell: ({ name }) => name },
          { key: 'relation', label: memberLabel('relation'), cell: (member) => relation(member.relation) },
          {
            key: 'birthYear',
            label: memberLabel('birthYear'),
            cell: ({ birthYear }) => birthYear ?? '—',
          },
          { key: 'leftOn', label: memberLabel('leftOn'), noWrap: true, cell: ({ leftOn }) => leftOn ?? '—' },
          {
            key: 'leftReason',
            label: memberLabel('leftReason'),
            cell: ({ leftReason }) => reason(leftReason) || '—',
          },
        ]}
      />
    </Box>
  );
}
