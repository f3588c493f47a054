import type { ColumnSpec } from '#platform/sheet/header-match.ts';

/** Columns of a register of visits (走访记录). */
export const visitColumns = [
  {
    key: 'visitedOn',
    names: ['走访日期', '走访时间', '入户日期', '入户时间', '日期', '访问日期', '联系日期'],
    required: true,
  },
  { key: 'mode', names: ['方式', '走访方式', '联系方式', '走访形式', '访问方式'] },
  {
    key: 'helperName',
    names: [
      '走访人',
      '走访人姓名',
      '走访干部',
      '帮扶责任人',
      '帮扶联系人',
      '帮扶干部',
      '帮扶人',
      '入户干部',
      '走访人员',
    ],
    required: true,
  },
  {
    key: 'helperPhone',
    names: [
      '走访人电话',
      '走访人联系电话',
      '走访干部电话',
      '帮扶责任人电话',
      '帮扶人电话',
      '帮扶干部电话',
      '干部电话',
      '联系电话',
      '电话',
    ],
  },
  { key: 'township', names: ['乡镇', '乡', '乡(镇)', '镇', '所在乡镇'] },
  { key: 'village', names: ['村', '行政村', '村名', '所在村', '村居'] },
  { key: 'headName', names: ['户主姓名', '户主', '农户姓名', '走访对象', '帮扶对象'] },
  {
    key: 'headId',
    names: [
      ...['户主身份证号', '户主身份证号码', '户主证件号码', '户主证件号', '户主公民身份号码', '户主身份证'],
      ...['身份证号', '身份证号码', '公民身份号码', '证件号码'],
    ],
    required: true,
  },
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
  { key: 'nextVisitOn', names: ['下次走访', '下次走访日期', '下次走访时间', '下次走访计划'] },
] as const satisfies readonly ColumnSpec[];

export type VisitKey = (typeof visitColumns)[number]['key'];
