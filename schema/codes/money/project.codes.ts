import { type CodeOf, defineCodes } from '../define-codes.ts';

export const ProjectKind = defineCodes('ProjectKind', '项目类型', 'Kind of project', {
  INDUSTRY: { zh: '产业发展', en: 'Industry', synonyms: ['产业', '产业项目', '产业帮扶'] },
  EMPLOYMENT: { zh: '就业项目', en: 'Employment', synonyms: ['就业', '务工补助', '公益性岗位'] },
  CONSTRUCTION: {
    zh: '乡村建设行动',
    en: 'Rural construction',
    synonyms: ['乡村建设', '基础设施', '农村基础设施建设'],
  },
  RELOCATION: {
    zh: '易地搬迁后扶',
    en: 'After relocation',
    synonyms: ['易地搬迁', '易地扶贫搬迁后扶'],
  },
  GUARANTEES: {
    zh: '巩固三保障成果',
    en: 'The three guarantees',
    synonyms: ['三保障', '巩固“三保障”成果'],
  },
  GOVERNANCE: {
    zh: '乡村治理和精神文明建设',
    en: 'Governance of villages',
    synonyms: ['乡村治理'],
  },
  MANAGEMENT_FEE: { zh: '项目管理费', en: 'Management fee', synonyms: ['管理费'] },
  OTHER: { zh: '其他', en: 'Other', synonyms: ['其它'] },
});
export type ProjectKind = CodeOf<typeof ProjectKind>;
