import { type CodeOf, defineCodes } from '../define-codes.ts';

export const ClaimSource = defineCodes('ClaimSource', '申请来源', 'Where a claim comes from', {
  APPLICATION: { zh: '农户申请', en: 'Application of the household' },
  PROBLEM: { zh: '问题困难', en: 'Problem on record' },
  VISIT: { zh: '走访发现', en: 'Found on a visit' },
  WARNING: { zh: '部门预警', en: 'Warning of a department' },
});
export type ClaimSource = CodeOf<typeof ClaimSource>;

export const ClaimStatus = defineCodes('ClaimStatus', '救助办理状态', 'Status of a claim', {
  DRAFT: { zh: '待提交', en: 'Draft', description: 'Opened, not handed in yet' },
  SUBMITTED: { zh: '待乡镇审核', en: 'Submitted', description: 'Waits for the check of the township' },
  RETURNED: { zh: '退回补正', en: 'Returned', description: 'Sent back, to be completed and handed in again' },
  CHECKED: {
    zh: '乡镇已审核',
    en: 'Checked',
    description: 'Passed by the township; to be sent to an insurer',
  },
  WITH_INSURER: {
    zh: '保险公司查勘',
    en: 'With the insurer',
    description: 'The insurer visits and assesses',
  },
  ASSESSED: { zh: '待县级审定', en: 'Assessed', description: 'Waits for the decision of the county' },
  APPROVED: { zh: '已批准', en: 'Approved', description: 'To be paid' },
  REJECTED: { zh: '不予救助', en: 'Not granted' },
  APPEALED: { zh: '申诉复核', en: 'Appealed', description: 'Waits for another decision of the county' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', description: 'Taken back before any decision' },
  REVERSED: { zh: '批准后撤销', en: 'Approved and undone', description: 'Approved once, and undone' },
});
export type ClaimStatus = CodeOf<typeof ClaimStatus>;

/** Who bears a part of the cost. */
export const ClaimLayerKind = defineCodes('ClaimLayerKind', '费用分担', 'Who bears the cost', {
  BASIC: { zh: '基本医保', en: 'Basic medical insurance' },
  SERIOUS_ILLNESS: { zh: '大病保险', en: 'Serious-illness insurance' },
  SECOND_REIMBURSEMENT: { zh: '二次报销', en: 'Second reimbursement' },
  MEDICAL_AID: { zh: '医疗救助', en: 'Medical aid' },
  FISCAL_TOP_UP: { zh: '财政兜底', en: 'Fiscal top-up' },
  HOSPITAL: { zh: '医疗机构承担', en: 'Borne by the hospital' },
  COMMERCIAL: { zh: '商业保险和其他赔付', en: 'Commercial insurance and other compensation' },
  OWN: { zh: '农户自付', en: 'The household itself' },
});
export type ClaimLayerKind = CodeOf<typeof ClaimLayerKind>;
