import type { ColumnSpec } from '#platform/sheet/header-match.ts';

/** Columns of a list of household members, one person a row, tied to the household by the head's resident id. */
export const memberColumns = [
  { key: 'township', names: ['乡', '乡镇', '乡(镇)', '镇', '所在乡镇'] },
  { key: 'village', names: ['村', '行政村', '村名', '所在村', '村居'] },
  { key: 'headName', names: ['户主姓名', '户主'] },
  {
    key: 'headId',
    names: ['户主证件号码', '户主身份证号', '户主身份证号码', '户主证件号', '户主公民身份号码', '户主身份证'],
    required: true,
  },
  { key: 'name', names: ['姓名', '成员姓名', '家庭成员姓名', '人员姓名'], required: true },
  { key: 'sex', names: ['性别', '成员性别'] },
  { key: 'birthOn', names: ['出生日期', '出生年月', '出生年月日', '生日'] },
  { key: 'documentKind', names: ['证件类型', '证件种类'] },
  {
    key: 'residentId',
    names: [
      ...['证件号码', '身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '证件号', '成员证件号码'],
      ...['成员身份证号', '家庭成员身份证号', '身份证'],
    ],
    required: true,
  },
  { key: 'ethnicity', names: ['民族'] },
  {
    key: 'relation',
    names: ['与户主关系', '与户主的关系', '户主关系', '家庭关系', '关系', '称谓'],
    required: true,
  },
  { key: 'education', names: ['文化程度', '学历', '受教育程度', '文化水平'] },
  { key: 'schoolStatus', names: ['在校生状况', '在校状况', '在校生情况', '在校情况', '就学情况'] },
  { key: 'dropoutReason', names: ['失学或辍学原因', '失学辍学原因', '辍学原因'] },
  { key: 'labour', names: ['劳动技能', '劳动能力', '劳动力状况', '劳动力情况', '劳动力类型'] },
  { key: 'health', names: ['健康状况', '身体状况', '健康情况', '健康'] },
  { key: 'politicalStatus', names: ['政治面貌'] },
  { key: 'workPlace', names: ['务工所在地', '务工地点', '务工地', '务工区域'] },
  { key: 'workMonths', names: ['务工时间(月)', '务工时间', '务工月数', '务工时长', '务工时长(月)'] },
  { key: 'hasDibao', names: ['是否享受低保', '是否低保', '低保', '享受低保', '是否享受最低生活保障'] },
  { key: 'phone', names: ['联系电话', '成员联系电话', '电话', '本人电话', '手机号', '手机', '联系方式'] },
] as const satisfies readonly ColumnSpec[];

export type MemberKey = (typeof memberColumns)[number]['key'];
