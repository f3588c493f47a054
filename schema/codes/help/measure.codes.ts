import { type CodeOf, defineCodes } from '../define-codes.ts';

export const MeasureGroup = defineCodes('MeasureGroup', '帮扶措施', 'Group of measures', {
  INDUSTRY: { zh: '产业帮扶', en: 'Farming and business', synonyms: ['产业', '产业发展'] },
  EMPLOYMENT: { zh: '就业帮扶', en: 'Employment', synonyms: ['就业', '务工帮扶'] },
  FINANCE: { zh: '金融帮扶', en: 'Finance', synonyms: ['金融', '小额信贷'] },
  PUBLIC_POST: { zh: '公益岗位', en: 'Public post', synonyms: ['公益岗', '公益性岗位', '公益岗位帮扶'] },
  HEALTH: { zh: '健康帮扶', en: 'Health', synonyms: ['健康', '医疗帮扶'] },
  COMPULSORY_EDUCATION: { zh: '义务教育保障', en: 'Compulsory schooling', synonyms: ['义务教育'] },
  OTHER_EDUCATION: { zh: '其他教育帮扶', en: 'Other education', synonyms: ['教育帮扶', '雨露计划'] },
  SAFETY_NET: { zh: '综合保障', en: 'Social protection', synonyms: ['兜底保障', '综合性保障', '社会保障'] },
  HOUSING: { zh: '住房安全保障', en: 'Safe housing', synonyms: ['住房安全', '危房改造'] },
  WATER: { zh: '饮水安全保障', en: 'Safe water', synonyms: ['饮水安全'] },
  SOCIAL: { zh: '社会帮扶', en: 'Help by society', synonyms: ['社会捐助'] },
  RELOCATION: { zh: '搬迁', en: 'Relocation', synonyms: ['易地搬迁', '易地扶贫搬迁', '搬迁后续扶持'] },
  LIVING_CONDITIONS: { zh: '生产生活条件改善', en: 'Living conditions', synonyms: ['生活条件改善'] },
  INFRASTRUCTURE: { zh: '基础设施建设', en: 'Infrastructure', synonyms: ['基础设施'] },
});
export type MeasureGroup = CodeOf<typeof MeasureGroup>;
