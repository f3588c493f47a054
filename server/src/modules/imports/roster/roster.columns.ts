import {
  birthHeadings,
  endsOfTies,
  firstHelpers,
  headBirths,
  headIds,
  headNames,
  helperFacts,
  helperNames,
  helperPhones,
  helperRoles,
  helperUnits,
  householdNumbers,
  householdPhones,
  numberOfId,
  secondFacts,
  secondHelpers,
  secondNames,
  secondPhones,
  secondUnits,
  startsOfTies,
  telephone,
  townships,
  villages,
} from '#modules/imports/headings/heading-words.ts';
import { labelled } from '#modules/imports/headings/labelled.ts';
import { isEndOfTie, isStartOfTie } from '#modules/imports/headings/tie-headings.ts';
import { composed } from '#platform/sheet/composed.ts';
import { importColumnLabel } from '#schema/codes/labels/import-columns.labels.ts';

const household = [
  '农户信息',
  '农户基本信息',
  '户主信息',
  '家庭信息',
  '帮扶对象信息',
  '帮扶对象',
  '监测对象信息',
  '农户',
];
const helper = [
  ...['帮扶联系人信息', '帮扶责任人信息', '帮扶人信息', '帮扶干部信息', '联系人信息', '结对干部信息'],
  ...['帮扶联系人', '帮扶责任人', '帮扶干部', '帮扶人', '结对帮扶人', '结对干部'],
  ...firstHelpers,
  ...composed(firstHelpers, ['信息']),
];
/** The second helper, missing from most rosters: without the name the other columns mean nothing. */
const second = { group: [...secondHelpers, ...composed(secondHelpers, ['信息'])], beside: 'assistantName' };

/**
 * Columns of a helper roster (帮扶联系人花名册); the usual heading first. A list of households without a helper has none of
 * those about helpers; where it has any of them, it must have those that `roster.needs.ts` names. What has `read` is taken
 * over for new households and for known ones, and compared with what was changed since.
 */
export const rosterColumns = labelled('Household', [
  { key: 'township', names: townships, group: household },
  { key: 'village', field: 'village.path', names: villages, required: true, group: household },
  { key: 'headName', names: [...headNames, '姓名'], required: true, group: household },
  // Checked against the number; distinguishes the head's sex from the helper's.
  { key: 'headSex', names: ['户主性别', '农户性别', '性别'], group: household },
  // Identifies the household: the number of the head, of the household, or name and birth date of the head.
  {
    key: 'headId',
    field: 'headIdMasked',
    names: [...headIds, ...numberOfId],
    ofAnyone: numberOfId,
    oneOf: 'household',
    group: household,
  },
  {
    key: 'householdNumber',
    field: 'number',
    names: householdNumbers,
    former: ['Number'],
    oneOf: 'household',
    group: household,
  },
  {
    key: 'headBirthOn',
    names: [...headBirths, ...birthHeadings],
    ofAnyone: birthHeadings,
    oneOf: 'household',
    along: 'headName',
    group: household,
  },
  {
    key: 'size',
    names: [
      ...['家庭人口', '家庭人口数', '人口数', '家庭成员数', '家庭人数', '户人口', '人口', '人数', '户人口数'],
      ...['家庭成员人数', '家庭总人口', '户籍人口'],
    ],
    group: household,
    read: (cell, key) => cell.count(key, 99, 'people'),
  },
  {
    key: 'category',
    names: [
      ...[
        '户类型',
        '监测类别',
        '监测对象类别',
        '户属性',
        '类别',
        '农户类型',
        '农户类别',
        '户类别',
        '对象类别',
      ],
      ...['监测户类型', '监测户类别', '监测对象类型', '帮扶对象类型', '帮扶对象类别', '类型'],
    ],
    group: household,
  },
  {
    key: 'householdPhone',
    field: 'phoneMasked',
    names: [...householdPhones, ...telephone],
    group: household,
  },
  {
    key: 'helperName',
    field: 'currentPairing.cadre.name',
    names: [...helperNames, '责任人姓名', '联系人', '姓名'],
    group: helper,
  },
  { key: 'helperSex', names: [...helperFacts(['性别']), '性别'], group: helper },
  {
    key: 'helperPolitics',
    names: ['政治面貌', ...helperFacts(['政治面貌'])],
    // In English a member's is called the same.
    ofAnyone: [importColumnLabel('helperPolitics', 'en')],
    group: helper,
  },
  {
    key: 'helperOrganization',
    names: [
      ...['帮扶单位', '帮扶(选派)单位', '选派单位', '帮扶单位名称', '工作单位', '所在单位', '派出单位'],
      ...composed(
        ['帮扶', '选派', '派出', '结对', '结对帮扶', '包联', '包保'],
        ['单位', '部门'],
        ['', '名称'],
      ),
      ...['单位名称', '干部单位', ...helperUnits, '单位'],
    ],
    group: helper,
  },
  {
    key: 'organizationLevel',
    // Not 单位性质, which distinguishes offices from companies.
    names: ['隶属关系', ...composed(['单位', '帮扶单位', '选派单位'], ['隶属关系', '级别', '层级', '隶属'])],
    group: helper,
  },
  {
    key: 'helperTitle',
    names: ['职务', '职务职级', '职位', ...helperFacts(['职务', '职务职级', '职位'])],
    group: helper,
  },
  { key: 'helperPhone', names: [...helperPhones, ...telephone], group: helper },
  { key: 'helperRole', names: helperRoles, group: helper },
  { key: 'assistantName', names: secondNames, group: second.group },
  { key: 'assistantOrganization', names: [...secondUnits, '单位', '帮扶单位', '工作单位'], ...second },
  { key: 'assistantTitle', names: [...secondFacts(['职务', '职务职级', '职位']), '职务'], ...second },
  { key: 'assistantPhone', names: [...secondPhones, ...telephone], ...second },
  { key: 'startedOn', names: startsOfTies, isNamed: isStartOfTie, group: helper },
  { key: 'endedOn', names: endsOfTies, isNamed: isEndOfTie, group: helper, isEndDay: true },
  { key: 'note', names: ['备注', '说明', '备注说明'], read: (cell, key) => cell.prose(key, 500) },
]);

export type RosterKey = (typeof rosterColumns)[number]['key'];
