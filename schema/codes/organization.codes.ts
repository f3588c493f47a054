import { type CodeOf, defineCodes } from './define-codes.ts';

/**
 * Brings the ways to write a level together: 省直机关, 省级单位 and 省属 are 省; 县(市、区) is 县市区. What is left names
 * the kind of place.
 */
function foldLevel(text: string): string {
  const plain = text.replace(/[()、,/·"“”‘’]/g, '');
  const bare = plain
    .replace(/(?:企事业|事业|行政|党政)?(?:单位|机关|部门|机构|干部)$/, '')
    .replace(/(?:直属|级|直|属|派)$/, '');
  return bare === '' ? plain : bare;
}

export const OrganizationLevel = defineCodes(
  'OrganizationLevel',
  '单位隶属关系',
  'Level of organization',
  {
    CENTRAL: { zh: '中央', en: 'Central', synonyms: ['中', '国家', '央企', '中央企业', '国务院部委'] },
    PROVINCE: { zh: '省直', en: 'Province', synonyms: ['自治区', '直辖市', '省自治区', '省区市'] },
    CITY: {
      zh: '市直',
      en: 'City',
      synonyms: [
        '地市',
        '地',
        '市地',
        '地区',
        '市地区',
        '州',
        '市州',
        '盟',
        '市盟',
        '市州盟',
        '市地州盟',
        '设区市',
      ],
    },
    COUNTY: {
      zh: '县直',
      en: 'County',
      synonyms: ['区', '县区', '区县', '县市区', '县市', '旗', '旗县', '县旗', '县市区旗', '县区旗'],
    },
    TOWNSHIP: {
      zh: '乡镇',
      en: 'Township',
      synonyms: [
        '乡',
        '镇',
        '街道',
        '乡镇街道',
        '街道办',
        '街道办事处',
        '苏木',
        '乡镇政府',
        '乡镇人民政府',
        '镇街',
      ],
    },
    VILLAGE: {
      zh: '村级',
      en: 'Village',
      synonyms: [
        ...[
          '村两委',
          '村委',
          '村委会',
          '村民委员会',
          '行政村',
          '嘎查',
          '社区',
          '村社区',
          '村社',
          '村居',
          '村居委会',
        ],
        ...['居委会', '居民委员会', '社区居委会', '社区居民委员会', '驻村工作队'],
      ],
    },
    OTHER: {
      zh: '其他',
      en: 'Other',
      synonyms: ['其它', '企业', '社会组织', '驻军', '部队', '民营企业', '社会力量'],
    },
  },
  { fold: foldLevel },
);
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
