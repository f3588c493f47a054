import { type CodeOf, defineCodes } from './define-codes.ts';

export const OrganizationLevel = defineCodes('OrganizationLevel', '单位隶属关系', 'Level of organization', {
  CENTRAL: { zh: '中央', en: 'Central', synonyms: ['中央单位', '中直', '国家级', '央企'] },
  PROVINCE: { zh: '省直', en: 'Province', synonyms: ['省', '省级', '省属', '省直单位', '省派'] },
  CITY: { zh: '市直', en: 'City', synonyms: ['市', '市级', '市属', '市直单位', '市派', '地市级'] },
  COUNTY: {
    zh: '县直',
    en: 'County',
    synonyms: ['县', '县级', '县属', '县直单位', '县派', '区直', '县(区)直'],
  },
  TOWNSHIP: {
    zh: '乡镇',
    en: 'Township',
    synonyms: ['乡', '镇', '乡级', '乡镇级', '镇级', '街道', '乡镇干部'],
  },
  VILLAGE: { zh: '村级', en: 'Village', synonyms: ['村', '村干部', '村两委', '社区'] },
  OTHER: { zh: '其他', en: 'Other', synonyms: ['其它', '企业', '社会组织', '驻军'] },
});
export type OrganizationLevel = CodeOf<typeof OrganizationLevel>;

export const CadreStatus = defineCodes('CadreStatus', '干部状态', 'Cadre status', {
  ACTIVE: { zh: '在岗', en: 'In post', synonyms: ['在职', '正常'] },
  LEFT: { zh: '离岗', en: 'Left', synonyms: ['离职', '调离', '退休', '调出'] },
});
export type CadreStatus = CodeOf<typeof CadreStatus>;

export const Role = defineCodes('Role', '角色', 'Role', {
  SYSTEM_ADMINISTRATOR: {
    zh: '系统管理员',
    en: 'System administrator',
    description: 'Manages users, grants, settings and divisions; keeps the system running',
  },
  SECURITY_AUDITOR: {
    zh: '安全审计员',
    en: 'Security auditor',
    description: 'Reads the audit trail, changes nothing',
  },
  COUNTY_DESK: {
    zh: '县级专班',
    en: 'County desk',
    description: 'Runs rosters, pairings, visits and decisions of a county',
  },
  TOWNSHIP_REVIEWER: {
    zh: '乡镇审核员',
    en: 'Township reviewer',
    description: 'Reviews and keeps the records of a township',
  },
  VILLAGE_CADRE: {
    zh: '村干部',
    en: 'Village cadre',
    description: 'Keeps the records of a village and logs visits',
  },
  GRID_MEMBER: { zh: '网格员', en: 'Grid member', description: 'Patrols a village and raises warnings' },
  HELPER: {
    zh: '帮扶联系人',
    en: 'Helper',
    synonyms: ['帮扶责任人'],
    description: 'A cadre who sees the households paired with them',
  },
  INSURER: { zh: '保险公司', en: 'Insurer', description: 'Sees only the cases sent to it' },
  FUND_ACCOUNTANT: { zh: '资金会计', en: 'Fund accountant', description: 'Keeps the funds' },
  OVERSEER: { zh: '上级督导', en: 'Overseer', description: 'Province or city, reads only' },
  EVALUATOR: { zh: '考核评估员', en: 'Evaluator', description: 'Reads what an evaluation needs' },
  API_CLIENT: { zh: '接口应用', en: 'API client', description: 'Another system, by token' },
});
export type Role = CodeOf<typeof Role>;
