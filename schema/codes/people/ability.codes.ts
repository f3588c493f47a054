import { type CodeOf, defineCodes } from '../define-codes.ts';

export const LabourAbility = defineCodes('LabourAbility', '劳动能力', 'Ability to work', {
  ORDINARY: {
    zh: '普通劳动力',
    en: 'Ordinary',
    code: '1',
    synonyms: ['有劳动能力', '有劳动力', '普通劳动能力', '正常'],
  },
  SKILLED: { zh: '技能劳动力', en: 'Skilled', code: '2', synonyms: ['技术劳动力', '有技能'] },
  WEAK: {
    zh: '弱劳动力或半劳动力',
    en: 'Weak or half',
    code: '3',
    synonyms: [
      '弱劳动力',
      '半劳动力',
      '弱劳力或半劳力',
      '弱(半)劳动力',
      '弱劳动力半劳动力',
      '部分丧失劳动能力',
    ],
  },
  LOST: { zh: '丧失劳动力', en: 'Lost', code: '4', synonyms: ['丧失劳动能力', '完全丧失劳动能力'] },
  NONE: {
    zh: '无劳动力',
    en: 'None',
    code: '5',
    synonyms: ['无劳动能力', '无劳力'],
    description: 'A child, a pupil or an old person',
  },
});
export type LabourAbility = CodeOf<typeof LabourAbility>;

/** A person may have several; healthy excludes the others. */
export const Health = defineCodes('Health', '健康状况', 'Health', {
  HEALTHY: { zh: '健康', en: 'Healthy', synonyms: ['良好', '健康或良好', '正常', '身体健康'] },
  CHRONIC: {
    zh: '长期慢性病',
    en: 'Chronic illness',
    synonyms: ['慢性病', '患有慢性病', '长期慢病', '慢病', '有慢性病'],
  },
  SERIOUS: {
    zh: '患有大病',
    en: 'Serious illness',
    synonyms: ['大病', '重病', '重大疾病', '患大病', '患有重病'],
  },
  DISABLED: { zh: '残疾', en: 'Disabled', synonyms: ['残疾人', '有残疾', '身体残疾'] },
});
export type Health = CodeOf<typeof Health>;

export const DisabilityKind = defineCodes(
  'DisabilityKind',
  '残疾类别',
  'Kind of disability',
  {
    SIGHT: { zh: '视力残疾', en: 'Sight', code: '1' },
    HEARING: { zh: '听力残疾', en: 'Hearing', code: '2' },
    SPEECH: { zh: '言语残疾', en: 'Speech', code: '3', synonyms: ['语言残疾'] },
    LIMB: { zh: '肢体残疾', en: 'Limbs', code: '4', synonyms: ['肢残'] },
    INTELLECT: { zh: '智力残疾', en: 'Intellect', code: '5' },
    MIND: { zh: '精神残疾', en: 'Mental health', code: '6' },
    MULTIPLE: { zh: '多重残疾', en: 'Several', code: '7' },
  },
  { fold: (text) => text.replace(/(?<=..)残疾$/, '') },
);
export type DisabilityKind = CodeOf<typeof DisabilityKind>;

export const WorkPlace = defineCodes('WorkPlace', '务工所在地', 'Place of work', {
  COUNTY: {
    zh: '县内',
    en: 'In the county',
    synonyms: ['县域内', '本县', '乡内', '乡镇内', '村内', '本地', '县内务工'],
  },
  PROVINCE: {
    zh: '省内县外',
    en: 'In the province, outside the county',
    synonyms: ['县外省内', '省内', '县外', '市内县外'],
  },
  OUTSIDE: { zh: '省外', en: 'Outside the province', synonyms: ['外省', '跨省', '境外', '国外', '省外务工'] },
});
export type WorkPlace = CodeOf<typeof WorkPlace>;
