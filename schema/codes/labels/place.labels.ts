import { DivisionLevel } from '../division.codes.ts';
import { LoadPolicy } from '../settings.codes.ts';
import { defineLabels } from './define-labels.ts';

export const placeLabels = [
  defineLabels(
    'County',
    {
      maxLoad: ['每名干部结对户数上限', 'Households a cadre at most'],
      loadPolicy: ['超过上限时', 'Above the limit', LoadPolicy],
      division: ['县', 'County'],
      dutyRules: ['走访规则', 'Visiting rules'],
    },
    { inputs: ['UpdateCountyInput'] },
  ),
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
    { inputs: ['LoadDivisionsInput', 'MoveDivisionsInput', 'DivisionChangeInput'] },
  ),
];
