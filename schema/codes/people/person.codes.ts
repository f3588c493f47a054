import { type CodeOf, defineCodes } from '../define-codes.ts';

export const Sex = defineCodes('Sex', '性别', 'Sex', {
  MALE: { zh: '男', en: 'Male', code: '1', synonyms: ['男性', '男性别', 'M'] },
  FEMALE: { zh: '女', en: 'Female', code: '2', synonyms: ['女性', 'F'] },
  UNKNOWN: { zh: '未知', en: 'Unknown', code: '0', synonyms: ['未说明', '未说明的性别', '未知的性别', '9'] },
});
export type Sex = CodeOf<typeof Sex>;

/** GB/T 4762. */
export const PoliticalStatus = defineCodes('PoliticalStatus', '政治面貌', 'Political status', {
  PARTY_MEMBER: {
    zh: '中共党员',
    en: 'Member of the Communist Party',
    code: '01',
    synonyms: ['党员', '中共正式党员', '中国共产党党员', '正式党员', '共产党员'],
  },
  PROBATIONARY_MEMBER: {
    zh: '中共预备党员',
    en: 'Probationary Party member',
    code: '02',
    synonyms: ['预备党员', '中国共产党预备党员'],
  },
  YOUTH_LEAGUE: {
    zh: '共青团员',
    en: 'Member of the Youth League',
    code: '03',
    synonyms: ['团员', '中国共产主义青年团团员'],
  },
  REVOLUTIONARY_COMMITTEE: {
    zh: '民革党员',
    en: 'Revolutionary Committee (RCCK)',
    code: '04',
    synonyms: ['民革会员', '民革'],
  },
  DEMOCRATIC_LEAGUE: { zh: '民盟盟员', en: 'Democratic League', code: '05', synonyms: ['民盟'] },
  NATIONAL_CONSTRUCTION: {
    zh: '民建会员',
    en: 'National Construction Association',
    code: '06',
    synonyms: ['民建'],
  },
  PROMOTING_DEMOCRACY: {
    zh: '民进会员',
    en: 'Association for Promoting Democracy',
    code: '07',
    synonyms: ['民进'],
  },
  PEASANTS_AND_WORKERS: {
    zh: '农工党党员',
    en: "Peasants' and Workers' Party",
    code: '08',
    synonyms: ['农工党'],
  },
  ZHI_GONG: { zh: '致公党党员', en: 'Zhi Gong Party', code: '09', synonyms: ['致公党'] },
  JIUSAN: { zh: '九三学社社员', en: 'Jiusan Society', code: '10', synonyms: ['九三学社'] },
  TAIWAN_LEAGUE: {
    zh: '台盟盟员',
    en: 'Taiwan Democratic Self-Government League',
    code: '11',
    synonyms: ['台盟'],
  },
  NO_PARTY: {
    zh: '无党派人士',
    en: 'Public figure without party',
    code: '12',
    synonyms: ['无党派', '无党派民主人士'],
  },
  MASSES: { zh: '群众', en: 'No affiliation', code: '13', synonyms: ['普通群众', '一般群众', '普通公民'] },
});
export type PoliticalStatus = CodeOf<typeof PoliticalStatus>;

export const IdentityDocumentKind = defineCodes('IdentityDocumentKind', '证件类型', 'Kind of document', {
  RESIDENT_ID: {
    zh: '居民身份证',
    en: 'Resident identity card',
    synonyms: ['身份证', '第二代居民身份证', '二代身份证', '中华人民共和国居民身份证'],
  },
  HOUSEHOLD_REGISTER: { zh: '户口簿', en: 'Household register', synonyms: ['户口本', '居民户口簿'] },
  DISABILITY_CERTIFICATE: {
    zh: '残疾人证',
    en: 'Disability certificate',
    synonyms: ['残疾证', '第二代残疾人证', '中华人民共和国残疾人证'],
  },
  PASSPORT: { zh: '护照', en: 'Passport', synonyms: ['中国护照', '外国护照'] },
  OFFICER_CARD: {
    zh: '军官证',
    en: 'Military officer card',
    synonyms: ['军人证', '士兵证', '中国人民解放军军官证'],
  },
  RESIDENCE_PERMIT: {
    zh: '港澳台居民居住证',
    en: 'Residence permit (Hong Kong, Macao, Taiwan)',
    synonyms: ['港澳居民来往内地通行证', '台湾居民来往大陆通行证', '港澳居民居住证', '台湾居民居住证'],
  },
  BIRTH_CERTIFICATE: { zh: '出生医学证明', en: 'Birth certificate', synonyms: ['出生证', '出生证明'] },
  NONE_YET: {
    zh: '暂无证件',
    en: 'No document yet',
    synonyms: ['无证件', '未办证', '新生儿未办'],
    description: 'A newborn child, known by name and birth date only',
  },
  OTHER: { zh: '其他证件', en: 'Other document', synonyms: ['其他', '其它'] },
});
export type IdentityDocumentKind = CodeOf<typeof IdentityDocumentKind>;
