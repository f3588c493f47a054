import { type CodeOf, defineCodes } from '../define-codes.ts';

export const VisitMode = defineCodes('VisitMode', '走访方式', 'Way of the visit', {
  IN_PERSON: {
    zh: '入户',
    en: 'In person',
    synonyms: ['入户走访', '上门', '实地', '实地走访', '面访', '走访'],
  },
  PHONE: { zh: '电话', en: 'By phone', synonyms: ['电话走访', '电话联系', '通话'] },
  VIDEO: { zh: '视频', en: 'By video', synonyms: ['视频走访', '视频通话', '微信视频', '微信'] },
});
export type VisitMode = CodeOf<typeof VisitMode>;

export const VisitStatus = defineCodes('VisitStatus', '走访记录状态', 'Status of a visit', {
  VALID: { zh: '有效', en: 'Valid' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', description: 'Kept on record, but counts for nothing' },
});
export type VisitStatus = CodeOf<typeof VisitStatus>;

export const VisitSource = defineCodes('VisitSource', '走访记录来源', 'How a visit was recorded', {
  APP: { zh: '本人记录', en: 'Logged by the visitor' },
  CONSOLE: { zh: '代为登记', en: 'Entered for the visitor' },
  IMPORT: { zh: '表格导入', en: 'Imported from a register' },
  API: { zh: '接口写入', en: 'From another system' },
});
export type VisitSource = CodeOf<typeof VisitSource>;

export const IncomeChange = defineCodes('IncomeChange', '收入变化', 'Income change', {
  UP: { zh: '增加', en: 'Up', synonyms: ['增长', '上升', '增收', '收入增加'] },
  SAME: { zh: '持平', en: 'Same', synonyms: ['不变', '无变化', '基本持平', '没有变化', '稳定'] },
  DOWN: { zh: '减少', en: 'Down', synonyms: ['下降', '降低', '减收', '收入减少'] },
});
export type IncomeChange = CodeOf<typeof IncomeChange>;

/** "Two worries, three guarantees", and safe water: 两不愁三保障和饮水安全. */
export const ChecklistItem = defineCodes('ChecklistItem', '两不愁三保障', 'Two worries, three guarantees', {
  FOOD: { zh: '不愁吃', en: 'Food', synonyms: ['吃', '饮食'] },
  CLOTHING: { zh: '不愁穿', en: 'Clothing', synonyms: ['穿', '穿衣'] },
  SCHOOLING: {
    zh: '义务教育',
    en: 'Compulsory schooling',
    synonyms: ['义务教育有保障', '教育', '义务教育保障'],
  },
  MEDICAL: { zh: '基本医疗', en: 'Basic medical care', synonyms: ['基本医疗有保障', '医疗', '基本医疗保障'] },
  HOUSING: { zh: '住房安全', en: 'Safe housing', synonyms: ['住房安全有保障', '住房', '住房安全保障'] },
  WATER: { zh: '饮水安全', en: 'Safe water', synonyms: ['饮水', '安全饮水', '饮水安全有保障'] },
});
export type ChecklistItem = CodeOf<typeof ChecklistItem>;

export const ChecklistAnswer = defineCodes('ChecklistAnswer', '保障情况', 'State of a guarantee', {
  OK: { zh: '达标', en: 'Met', synonyms: ['是', '有保障', '正常', '安全', '√', '已保障'] },
  CONCERN: { zh: '有隐患', en: 'Of concern', synonyms: ['隐患', '存在隐患', '需关注'] },
  FAILED: { zh: '未达标', en: 'Not met', synonyms: ['否', '不达标', '无保障', '未保障', '×', '不安全'] },
});
export type ChecklistAnswer = CodeOf<typeof ChecklistAnswer>;
