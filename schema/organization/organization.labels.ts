import { defineLabels } from '#schema/codes/labels/define-labels.ts';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';

export const organizationLabels = [
  defineLabels(
    'Organization',
    {
      name: ['单位名称', 'Name'],
      countyCode: ['所在县', 'County'],
      level: ['隶属关系', 'Level', OrganizationLevel],
      createdAt: ['建档时间', 'Put on file'],
      county: ['所在县', 'County'],
      divisionCode: ['所在县', 'County'],
    },
    {
      title: ['单位', 'Organization', 'Organizations'],
      isFollowed: true,
      inputs: ['CreateOrganizationInput', 'UpdateOrganizationInput'],
    },
  ),
];
