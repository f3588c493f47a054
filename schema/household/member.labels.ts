import { calledAs, calledAsCode, defineLabels } from '#schema/codes/labels/define-labels.ts';
import { LabourAbility } from '#schema/codes/people/ability.codes.ts';
import { IdentityDocumentKind } from '#schema/codes/people/person.codes.ts';
import { MemberLeaveReason, PersonalField } from '#schema/codes/settings.codes.ts';

export const memberLabels = [
  defineLabels(
    'Member',
    {
      name: ['姓名', 'Name'],
      birthOn: ['出生日期', 'Born on'],
      documentKind: calledAs(IdentityDocumentKind),
      residentIdMasked: calledAsCode(PersonalField, 'RESIDENT_ID'),
      phoneMasked: calledAsCode(PersonalField, 'PHONE'),
      labour: calledAs(LabourAbility),
      workMonths: ['务工月数', 'Months of work'],
      hasDibao: ['享受低保', 'Subsistence allowance'],
      leftOn: ['离开日期', 'Left on'],
      leftReason: ['减少原因', 'Why they left', MemberLeaveReason],
      createdAt: ['建档时间', 'Put on file'],
      birthYear: ['出生年份', 'Born in'],
      residentId: calledAsCode(PersonalField, 'RESIDENT_ID'),
      phone: calledAsCode(PersonalField, 'PHONE'),
      reason: ['减少原因', 'Why they left', MemberLeaveReason],
      present: ['在册', 'On file'],
      bankAccounts: ['银行账户', 'Bank accounts'],
    },
    {
      title: ['家庭成员', 'Member', 'Members'],
      isFollowed: true,
      inputs: [
        'AddMemberInput',
        'UpdateMemberInput',
        'MemberLeavesInput',
        'MemberReturnsInput',
        'MemberRelationInput',
      ],
    },
  ),
  defineLabels('RevealPersonalDataInput', {
    field: ['号码', 'Number', PersonalField],
    reason: ['用途', 'Purpose'],
  }),
  defineLabels('MemberLeavesInput', { leftOn: ['在户最后一天', 'Last day in the household'] }),
  defineLabels('MemberReturnsInput', { reason: ['原因', 'Reason'] }),
];
