import {
  headBirths,
  headIds,
  headNames,
  helperNames,
  helperPhones,
  householdNumbers,
  numberOfId,
  telephone,
  townships,
  villages,
} from '#modules/imports/headings/heading-words.ts';
import { labelled } from '#modules/imports/headings/labelled.ts';
import { composed } from '#platform/sheet/composed.ts';

/** Columns of a register of visits (走访记录). */
export const visitColumns = labelled('Visit', [
  {
    key: 'visitedOn',
    names: [
      ...composed(
        [
          ...[
            '走访',
            '入户',
            '访问',
            '联系',
            '入户走访',
            '走访入户',
            '上门',
            '探访',
            '走访慰问',
            '走访帮扶',
            '帮扶',
          ],
          ...[
            '帮扶走访',
            '遍访',
            '回访',
            '家访',
            '上户',
            '到户',
            '下户',
            '入户帮扶',
            '入户访问',
            '慰问',
            '上门走访',
          ],
        ],
        ['日期', '时间', '年月日', '日'],
      ),
      '日期',
    ],
    required: true,
  },
  { key: 'mode', names: [...composed(['走访', '入户', '访问', ''], ['方式', '形式']), '联系方式'] },
  {
    key: 'helperName',
    field: 'cadre.name',
    names: [
      ...composed(['走访人', '走访干部', '走访人员', '入户干部', '入户人员'], ['姓名', '']),
      ...helperNames,
    ],
    required: true,
  },
  {
    key: 'helperPhone',
    names: [
      ...composed(['走访人', '走访干部', '走访人员', '入户干部'], telephone),
      ...helperPhones,
      ...telephone,
    ],
  },
  { key: 'township', names: townships },
  { key: 'village', field: 'household.village.path', names: villages },
  { key: 'headName', field: 'household.headName', names: [...headNames, '走访对象'] },
  { key: 'headId', names: [...headIds, ...numberOfId], oneOf: 'household' },
  {
    key: 'householdNumber',
    field: 'household.number',
    names: householdNumbers,
    former: ['Number of the household'],
    oneOf: 'household',
  },
  { key: 'headBirthOn', names: headBirths, oneOf: 'household', along: 'headName' },
  { key: 'met', names: ['受访人', '户主/受访人', '被访人', '受访对象', '接访人'] },
  {
    key: 'findings',
    names: [
      '走访情况',
      '走访内容',
      '三保障与饮水情况',
      '三保障情况',
      '走访记录',
      '了解情况',
      '情况记录',
      '家庭情况',
    ],
  },
  { key: 'incomeNote', names: ['收入支出变化', '收入变化', '收支变化', '收入情况'] },
  {
    key: 'problem',
    names: ['发现的问题', '发现问题', '存在问题', '存在的问题', '问题', '困难问题', '问题困难'],
  },
  { key: 'request', names: ['诉求', '农户诉求', '群众诉求', '主要诉求', '需求', '帮扶需求'] },
  {
    key: 'handling',
    names: [
      '处理意见',
      '处理意见/落实情况',
      '处理情况',
      '落实情况',
      '解决情况',
      '整改情况',
      '处理结果',
      '办理情况',
    ],
  },
  {
    key: 'nextVisitOn',
    names: composed(['下次', '下一次'], ['走访', '入户', '入户走访'], ['', '日期', '时间', '计划']),
  },
]);

export type VisitKey = (typeof visitColumns)[number]['key'];
