import { DivisionLevel } from '#schema/codes/division.codes.ts';
import { defineLabels } from '#schema/codes/labels/define-labels.ts';

export const divisionLabels = [
  defineLabels(
    'Division',
    {
      code: ['代码', 'Code'],
      level: ['级别', 'Level', DivisionLevel],
      name: ['名称', 'Name'],
      shortName: ['简称', 'Short name'],
      path: ['全称', 'Full name'],
      abolishedOn: ['停用日期', 'Given up on'],
      parent: ['上级区划', 'Division above'],
      codes: ['区划代码', 'Codes'],
      changes: ['区划变更', 'Changes'],
      oldCode: ['原代码', 'Old code'],
      newCode: ['新代码', 'New code'],
      effectiveOn: ['启用日期', 'In force from'],
      parentCode: ['上级代码', 'Code above'],
      inUse: ['只看在用的', 'In use only'],
    },
    {
      title: ['行政区划', 'Division', 'Divisions'],
      inputs: ['LoadDivisionsInput', 'MoveDivisionsInput', 'DivisionChangeInput'],
    },
  ),
];
