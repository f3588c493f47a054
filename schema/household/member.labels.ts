import { defineLabels } from '#schema/codes/labels/define-labels.ts';
import { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import { Ethnicity } from '#schema/codes/people/ethnicity.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import { MemberLeaveReason, PersonalField } from '#schema/codes/settings.codes.ts';

export const memberLabels = [
  defineLabels(
    'Member',
    {
      name: ['姓名', 'Name'],
      relation: ['与户主关系', 'Relation to the head', Relation],
      sex: ['性别', 'Sex', Sex],
      birthOn: ['出生日期', 'Born on'],
      documentKind: ['证件类型', 'Kind of document', IdentityDocumentKind],
      residentIdMasked: ['证件号码', 'Document number'],
      phoneMasked: ['联系电话', 'Phone'],
      ethnicity: ['民族', 'Ethnicity', Ethnicity],
      education: ['文化程度', 'Education', Education],
      schoolStatus: ['在校生状况', 'At school', SchoolStatus],
      dropoutReason: ['失学辍学原因', 'Why out of school', DropoutReason],
      labour: ['劳动能力', 'Ability to work', LabourAbility],
      health: ['健康状况', 'Health', Health],
      politicalStatus: ['政治面貌', 'Political status', PoliticalStatus],
      workPlace: ['务工所在地', 'Works in', WorkPlace],
      workMonths: ['务工月数', 'Months of work'],
      hasDibao: ['享受低保', 'Subsistence allowance'],
      leftOn: ['离开日期', 'Left on'],
      leftReason: ['减少原因', 'Why they left', MemberLeaveReason],
      createdAt: ['建档时间', 'Put on file'],
      birthYear: ['出生年份', 'Born in'],
      residentId: ['证件号码', 'Document number'],
      phone: ['联系电话', 'Phone'],
      reason: ['减少原因', 'Why they left', MemberLeaveReason],
      present: ['在册', 'On file'],
    },
    {
      title: ['家庭成员', 'Member'],
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
    reason: ['用途', 'What it is needed for'],
  }),
  defineLabels('MemberLeavesInput', { leftOn: ['在户最后一天', 'Last day in the household'] }),
  defineLabels('MemberReturnsInput', { reason: ['原因', 'Reason'] }),
];
