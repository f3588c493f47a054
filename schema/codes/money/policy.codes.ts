import { type CodeOf, defineCodes } from '../define-codes.ts';

export const ReliefKind = defineCodes('ReliefKind', '救助类别', 'Kind of relief', {
  ILLNESS: { zh: '因病', en: 'Illness', synonyms: ['疾病', '大病', '医疗'] },
  EDUCATION: { zh: '因学', en: 'Schooling', synonyms: ['就学', '教育'] },
  ACCIDENT: { zh: '意外事故', en: 'Accident', synonyms: ['事故', '意外'] },
  DISASTER: { zh: '因灾', en: 'Disaster', synonyms: ['灾害', '自然灾害'] },
  INDUSTRY_RISK: { zh: '产业风险', en: 'Industry risk', synonyms: ['产业', '产业损失'] },
  OTHER: {
    zh: '其他',
    en: 'Other',
    synonyms: ['其它'],
    description: 'A kind that the county adds; the policy says by its kind name which',
  },
});
export type ReliefKind = CodeOf<typeof ReliefKind>;

export const PolicyMode = defineCodes('PolicyMode', '计算方式', 'How bands are applied', {
  WHOLE: {
    zh: '全额按档',
    en: 'Whole amount',
    description: 'The rate of the band in which the amount lies, on the whole amount',
  },
  SLICES: {
    zh: '分段累进',
    en: 'Slices',
    description: 'Each rate on the part of the amount that lies in its band',
  },
  FLAT: {
    zh: '按档定额',
    en: 'Flat by band',
    description: 'The amount of the band in which the amount lies',
  },
});
export type PolicyMode = CodeOf<typeof PolicyMode>;

export const PolicyBase = defineCodes('PolicyBase', '计算基数', 'Base', {
  OWN: {
    zh: '达到起付线后按全额',
    en: 'Whole amount once the threshold is reached',
    description: 'Nothing is paid while the amount is below the threshold',
  },
  OWN_MINUS_THRESHOLD: {
    zh: '超过起付线的部分',
    en: 'What is above the threshold',
    description: 'Bands begin at zero and run over what is above the threshold',
  },
});
export type PolicyBase = CodeOf<typeof PolicyBase>;

export const CountedAmount = defineCodes('CountedAmount', '计算金额', 'Amount that counts', {
  OWN: { zh: '个人自付', en: 'Own cost', description: 'All that the household bears itself' },
  COMPLIANT_OWN: {
    zh: '合规自付',
    en: 'Compliant own cost',
    description: 'What it bears of the cost within the catalogue of the medical insurance',
  },
});
export type CountedAmount = CodeOf<typeof CountedAmount>;

export const PolicyAccumulation = defineCodes(
  'PolicyAccumulation',
  '累计方式',
  'What runs through threshold and bands',
  {
    CLAIM: { zh: '逐次计算', en: 'Each claim by itself' },
    PERSON_YEAR: { zh: '个人年度累计', en: 'The claims of a person in the year, added up' },
    HOUSEHOLD_YEAR: { zh: '全户年度累计', en: 'The claims of a household in the year, added up' },
  },
);
export type PolicyAccumulation = CodeOf<typeof PolicyAccumulation>;

export const PolicyDeduction = defineCodes('PolicyDeduction', '扣除项', 'Deduction', {
  COMPENSATION: { zh: '保险理赔和第三方赔偿', en: 'Compensation by insurers and third parties' },
  RELIEF: { zh: '其他救助', en: 'Other relief' },
  LOAN: { zh: '助学贷款', en: 'Student loan' },
});
export type PolicyDeduction = CodeOf<typeof PolicyDeduction>;

export const PolicyStatus = defineCodes('PolicyStatus', '政策状态', 'Status of the policy', {
  DRAFT: { zh: '草稿', en: 'Draft' },
  PROPOSED: { zh: '待审批', en: 'Proposed', description: 'Another person decides' },
  REJECTED: {
    zh: '已退回',
    en: 'Sent back',
    description: 'Not approved; it can be edited and proposed again',
  },
  APPROVED: { zh: '已批准', en: 'Approved', description: 'In force from its first to its last day' },
});
export type PolicyStatus = CodeOf<typeof PolicyStatus>;

/** The lines of an explanation, in the order in which they come. */
export const AssessmentStep = defineCodes('AssessmentStep', '计算步骤', 'Step of a calculation', {
  OWN: { zh: '本次金额', en: 'Amount of the claim' },
  DEDUCTION: { zh: '减去扣除项', en: 'Less deductions' },
  YEAR_SUM: { zh: '本年累计', en: 'Sum of the year' },
  BELOW_THRESHOLD: { zh: '未达起付线', en: 'Below the threshold' },
  ABOVE_THRESHOLD: { zh: '超过起付线的部分', en: 'Above the threshold' },
  THRESHOLD_REACHED: { zh: '达到起付线', en: 'Threshold reached' },
  BAND_WHOLE: { zh: '全额按档', en: 'Band, on the whole amount' },
  BAND_SLICE: { zh: '分段', en: 'Band, on its part' },
  BAND_FLAT: { zh: '所在档的定额', en: 'Flat amount of the band' },
  PAID_BEFORE: { zh: '本年此前已核定', en: 'Paid before in the year' },
  PAID_ONCE: { zh: '本年已救助过', en: 'Paid already in the year' },
  CAP_CLAIM: { zh: '不超过单次封顶', en: 'Within the cap of a claim' },
  CAP_PERSON_YEAR: { zh: '不超过个人年度封顶', en: 'Within the cap of a person and year' },
  CAP_HOUSEHOLD_YEAR: { zh: '不超过全户年度封顶', en: 'Within the cap of a household and year' },
  ROUNDING: { zh: '四舍五入到分', en: 'Rounding to the fen' },
  PAID: { zh: '核定金额', en: 'Amount payable' },
});
export type AssessmentStep = CodeOf<typeof AssessmentStep>;
