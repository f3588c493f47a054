import { type CodeOf, defineCodes } from '../define-codes.ts';

const householdIdentity =
  'A row tells its household by the resident id of the head, by its number in the national system (户编号), or by the name and birth date of the head: one of them is required';

export const ImportKind = defineCodes('ImportKind', '导入类型', 'Kind of import', {
  ROSTER: {
    zh: '帮扶联系人花名册',
    en: 'Helper roster',
    synonyms: ['花名册'],
    description: `Households and their paired cadres. ${householdIdentity}`,
  },
  MEMBERS: { zh: '家庭成员', en: 'Members', synonyms: ['成员'], description: householdIdentity },
  VISITS: { zh: '走访记录', en: 'Visits', synonyms: ['走访'], description: householdIdentity },
  FUND_DOCUMENTS: {
    zh: '资金指标文清单',
    en: 'Fund documents',
    synonyms: ['指标文', '资金指标文'],
    description:
      'Indicator documents, one line of money a row: number of the document, level and amount are required',
  },
});
export type ImportKind = CodeOf<typeof ImportKind>;

export const ImportStatus = defineCodes('ImportStatus', '导入状态', 'Status of an import', {
  UPLOADED: { zh: '已上传', en: 'Uploaded', description: 'The file is stored and not read yet' },
  CHECKING: { zh: '核对中', en: 'Checking', description: 'The dry run is under way' },
  CHECKED: { zh: '已检查', en: 'Checked', description: 'The dry run is done and its report can be read' },
  RUNNING: { zh: '导入中', en: 'Running' },
  DONE: { zh: '已完成', en: 'Done' },
  FAILED: {
    zh: '失败',
    en: 'Failed',
    description: 'Refused as a whole, or broken off; nothing half written',
  },
  ROLLED_BACK: { zh: '已回滚', en: 'Rolled back' },
});
export type ImportStatus = CodeOf<typeof ImportStatus>;

export const ImportRowResult = defineCodes('ImportRowResult', '导入结果', 'Result for a row', {
  CREATED: { zh: '新增', en: 'Created' },
  UPDATED: { zh: '更新', en: 'Updated' },
  UNCHANGED: { zh: '无变化', en: 'Unchanged' },
  REJECTED: { zh: '拒绝', en: 'Rejected' },
});
export type ImportRowResult = CodeOf<typeof ImportRowResult>;
