import { type CodeOf, defineCodes } from './define-codes.ts';

export const ChangeKind = defineCodes('ChangeKind', '变更方式', 'What became of a record', {
  INSERTED: { zh: '新增', en: 'Inserted', description: 'It was made, or came within reach' },
  UPDATED: { zh: '修改', en: 'Updated', description: 'It was changed' },
  REMOVED: { zh: '移除', en: 'Removed', description: 'It was deleted, or is out of reach by now' },
});
export type ChangeKind = CodeOf<typeof ChangeKind>;

/** Types whose changes can be followed; each key is the name of the type, in capitals. */
export const ChangeType = defineCodes('ChangeType', '数据类型', 'Type of a record', {
  COUNTY: { zh: '县', en: 'County' },
  DUTY_RULE: { zh: '走访规则', en: 'Duty rule' },
  ORGANIZATION: { zh: '单位', en: 'Organization' },
  CADRE: { zh: '干部', en: 'Cadre' },
  HOUSEHOLD: { zh: '农户', en: 'Household' },
  MEMBER: { zh: '家庭成员', en: 'Member' },
  CATEGORY_PERIOD: { zh: '户类型时段', en: 'Category period' },
  HOUSEHOLD_RISK: { zh: '致贫返贫风险', en: 'Risk' },
  HOUSEHOLD_INCOME: { zh: '收支明细', en: 'Income or expense' },
  PAIRING: { zh: '结对', en: 'Pairing' },
  VISIT: { zh: '走访', en: 'Visit' },
  VISIT_VERSION: { zh: '走访更正前内容', en: 'Former version of a visit' },
  ATTACHMENT: { zh: '照片', en: 'Photo' },
  PROBLEM: { zh: '问题困难', en: 'Problem' },
  PROBLEM_STEP: { zh: '问题办理记录', en: 'Step of a problem' },
  DUTY_EXCUSE: { zh: '免访', en: 'Excused duty' },
  IMPORT_BATCH: { zh: '导入批次', en: 'Import' },
});
export type ChangeType = CodeOf<typeof ChangeType>;
