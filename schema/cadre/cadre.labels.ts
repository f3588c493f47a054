import { calledAsCode, defineLabels } from '#schema/codes/labels/define-labels.ts';
import { CadreStatus } from '#schema/codes/organization.codes.ts';
import { PersonalField } from '#schema/codes/settings.codes.ts';

export const cadreLabels = [
  defineLabels(
    'Cadre',
    {
      name: ['姓名', 'Name'],
      jobTitle: ['职务', 'Job title'],
      phoneMasked: calledAsCode(PersonalField, 'PHONE'),
      status: ['状态', 'Status', CadreStatus],
      leftOn: ['离岗日期', 'Left on'],
      createdAt: ['建档时间', 'Put on file'],
      organization: ['单位', 'Organization'],
      division: ['工作区划', 'Works in'],
      load: ['结对户数', 'Households paired'],
      organizationId: ['单位', 'Organization'],
      phone: calledAsCode(PersonalField, 'PHONE'),
      divisionCode: ['工作区划', 'Works in'],
      toCadre: ['接任干部', 'Successor'],
      assignments: ['接任安排', 'Who takes over whom'],
    },
    {
      title: ['干部', 'Cadre', 'Cadres'],
      isFollowed: true,
      inputs: ['CreateCadreInput', 'UpdateCadreInput', 'CadreLeavesInput', 'CadreSuccession'],
    },
  ),
  defineLabels('CadreLeavesInput', {
    leftOn: ['在岗最后一天', 'Last day in post'],
    reason: ['离岗原因', 'Why they leave'],
  }),
];
