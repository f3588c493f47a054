import type { Bilingual } from '../lang.ts';

/** Claims, from the application to the decision. */
export const claims = {
  CLAIM_STEP_INVALID: {
    zh: '该救助申请当前状态不能办理此步骤',
    en: 'The claim cannot take this step from its present status',
  },
  CLAIM_SIMILAR: {
    zh: '该人员已有同类别、同一发生日期的救助申请，确为另一笔请确认后再提交',
    en: 'There is a claim of this kind for the same person and day already; confirm that this is another one',
  },
  RECEIPT_USED: {
    zh: '该票据号已用于该人员的另一笔救助申请',
    en: 'This receipt stands in another claim for the same person',
  },
  RECEIPT_TWICE: { zh: '同一票据号在本申请中出现两次', en: 'The same receipt stands in this claim twice' },
  LAYER_TWICE: { zh: '同一费用分担方出现两次', en: 'The same layer of the cost is given twice' },
  EVENT_AFTER_APPLICATION: {
    zh: '发生日期不能晚于申请日期',
    en: 'What happened cannot be later than the application',
  },
  OWN_OVER_TOTAL: { zh: '自付金额不能大于费用合计', en: 'The own cost cannot be over the total' },
  COMPLIANT_OVER_OWN: {
    zh: '合规自付不能大于自付金额',
    en: 'The compliant own cost cannot be over the own cost',
  },
  RESIDUE_NONE: {
    zh: '费用分担与合计相符，无需说明',
    en: 'The layers add up to the total; nothing to explain',
  },
} satisfies Record<string, Bilingual>;
