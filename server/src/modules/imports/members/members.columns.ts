import {
  headBirths,
  headIds,
  headNames,
  householdNumbers,
  numberOfId,
  telephone,
  townships,
  villages,
} from '#modules/imports/headings/heading-words.ts';
import { labelled } from '#modules/imports/headings/labelled.ts';
import { composed } from '#platform/sheet/composed.ts';

/** Columns of a list of household members, one person per row, assigned to the household by its head or its number. */
export const memberColumns = labelled('Member', [
  { key: 'township', names: townships },
  { key: 'village', field: 'village.path', names: villages },
  { key: 'headName', field: 'household.headName', names: headNames },
  { key: 'headId', names: headIds, oneOf: 'household' },
  {
    key: 'householdNumber',
    field: 'household.number',
    names: householdNumbers,
    former: ['Number of the household'],
    oneOf: 'household',
  },
  { key: 'headBirthOn', names: headBirths, oneOf: 'household', along: 'headName' },
  { key: 'name', names: composed(['', '成员', '家庭成员', '人员'], ['姓名', '名字']), required: true },
  { key: 'sex', names: ['性别', '成员性别'] },
  { key: 'birthOn', names: ['出生日期', '出生年月', '出生年月日', '出生时间', '生日'] },
  { key: 'documentKind', names: ['证件类型', '证件种类'] },
  {
    key: 'residentId',
    field: 'residentIdMasked',
    names: ['证件号码', ...composed(['', '成员', '家庭成员', '本人'], numberOfId)],
    required: true,
  },
  { key: 'ethnicity', names: ['民族'] },
  {
    key: 'relation',
    names: [
      ...composed(['与户主', '和户主', '同户主', '户主'], ['关系', '的关系', '之关系']),
      '家庭关系',
      '关系',
      '称谓',
    ],
    required: true,
  },
  { key: 'education', names: ['文化程度', '学历', '受教育程度', '文化水平'] },
  {
    key: 'schoolStatus',
    names: ['在校生状况', '在校状况', '在校生情况', '在校情况', '就学情况'],
    former: ['At school'],
  },
  { key: 'dropoutReason', names: ['失学或辍学原因', '失学辍学原因', '辍学原因'] },
  { key: 'labour', names: ['劳动技能', '劳动能力', '劳动力状况', '劳动力情况', '劳动力类型'] },
  { key: 'health', names: ['健康状况', '身体状况', '健康情况', '健康'] },
  { key: 'politicalStatus', names: ['政治面貌'] },
  {
    key: 'workPlace',
    names: composed(['', '外出', '现'], ['务工', '就业', '打工'], ['所在地', '地点', '地', '区域', '去向']),
    former: ['Works in'],
  },
  {
    key: 'workMonths',
    names: composed(
      ['', '外出', '本年', '年', '全年', '本年外出', '累计', '累计外出'],
      ['务工', '打工', '就业'],
      ['时间(月)', '时间', '月数', '时长', '时长(月)', '月份数', '总月数', '累计月数', '月'],
    ),
  },
  { key: 'hasDibao', names: ['是否享受低保', '是否低保', '低保', '享受低保', '是否享受最低生活保障'] },
  {
    key: 'phone',
    field: 'phoneMasked',
    names: ['联系电话', ...composed(['', '成员', '本人', '家庭成员', '个人'], telephone)],
  },
]);

export type MemberKey = (typeof memberColumns)[number]['key'];
