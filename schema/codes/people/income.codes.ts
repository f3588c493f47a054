import { type CodeOf, defineCodes } from '../define-codes.ts';

export const IncomeGroup = defineCodes('IncomeGroup', '收入分类', 'Group of income', {
  A: { zh: '工资性收入', en: 'Wages', synonyms: ['工资性'] },
  B: {
    zh: '生产经营性收入',
    en: 'Business income',
    synonyms: ['生产经营性', '经营性收入', '经营净收入'],
  },
  C: { zh: '财产性收入', en: 'Property income', synonyms: ['财产性'] },
  D: { zh: '转移性收入', en: 'Transfers', synonyms: ['转移性'] },
  E: {
    zh: '生产经营性支出',
    en: 'Business expense',
    description: 'Deducted from the income',
    synonyms: ['经营性支出'],
  },
});
export type IncomeGroup = CodeOf<typeof IncomeGroup>;

/** The lines of a household's yearly account. The letter is the group; lines of group E are deducted. */
export const IncomeItem = defineCodes('IncomeItem', '收入项目', 'Income line', {
  A1: { zh: '务工收入', en: 'Work for wages', synonyms: ['务工', '务工工资', '工资'] },
  A2: {
    zh: '行业部门公益岗收入',
    en: 'Public post of a department',
    synonyms: ['行业部门公益岗', '行业部门公益岗位'],
  },
  A3: { zh: '乡镇公益岗收入', en: 'Public post of the township', synonyms: ['乡镇公益岗', '乡镇公益岗位'] },
  A4: { zh: '村级公益岗收入', en: 'Public post of the village', synonyms: ['村级公益岗', '村级公益岗位'] },
  A5: { zh: '自主采摘收入', en: 'Picking on own account', synonyms: ['自主采摘'] },
  B1: { zh: '种植收入', en: 'Crops', synonyms: ['种植', '种植业收入'] },
  B2: { zh: '养殖收入', en: 'Livestock', synonyms: ['养殖', '养殖业收入'] },
  B3: { zh: '林果收入', en: 'Fruit and forestry', synonyms: ['林果', '林果业收入'] },
  B4: { zh: '其他生产经营收入', en: 'Other business', synonyms: ['生产经营其他', '其他生产经营性收入'] },
  C1: { zh: '资产收益分红', en: 'Dividends of shared assets', synonyms: ['资产收益', '分红', '光伏收益'] },
  C2: { zh: '土地流转收入', en: 'Land lease', synonyms: ['土地流转', '流转收入'] },
  C3: { zh: '金融贷款项目收益', en: 'Return of loan projects', synonyms: ['金融贷款项目'] },
  C4: { zh: '代种代养收益', en: 'Crops and livestock in others’ care', synonyms: ['代种代养'] },
  C5: { zh: '其他财产性收入', en: 'Other property income', synonyms: ['财产性其他'] },
  D1: { zh: '计划生育金', en: 'Family planning allowance', synonyms: ['计生金', '计划生育奖励'] },
  D2: { zh: '低保金', en: 'Minimum living allowance', synonyms: ['低保', '最低生活保障金'] },
  D3: { zh: '特困供养金', en: 'Allowance for the destitute', synonyms: ['特困', '特困金', '五保金'] },
  D4: { zh: '养老金', en: 'Old-age pension', synonyms: ['养老', '养老保险金', '基础养老金'] },
  D5: {
    zh: '生态补偿金',
    en: 'Ecological compensation',
    synonyms: ['生态补偿', '退耕还林补助', '公益林补助', '草原补助', '移民补助'],
    description: 'Returned farmland, public forest, grassland, resettlement',
  },
  D6: {
    zh: '其他转移性收入',
    en: 'Other transfers',
    synonyms: [
      ...[
        '转移性其他',
        '玉米大豆补贴',
        '地力补贴',
        '耕地地力保护补贴',
        '保险补助',
        '高龄补贴',
        '优抚金',
        '残疾补贴',
      ],
      ...['教育补助', '救灾款', '失能补贴', '赡养费', '取暖补贴', '物价补贴', '救济金', '防贫保险', '捐赠'],
    ],
  },
  E1: { zh: '种植支出', en: 'Cost of crops', synonyms: ['种植业支出'] },
  E2: { zh: '养殖支出', en: 'Cost of livestock', synonyms: ['养殖业支出'] },
  E3: { zh: '林果支出', en: 'Cost of fruit and forestry', synonyms: ['林果业支出'] },
  E4: { zh: '其他生产经营支出', en: 'Other cost of business', synonyms: ['支出其他', '其他生产经营性支出'] },
});
export type IncomeItem = CodeOf<typeof IncomeItem>;

const groupByLetter = IncomeGroup.enum;

export function incomeGroupOf(item: IncomeItem): IncomeGroup {
  const letter = item.charAt(0);
  return IncomeGroup.has(letter) ? letter : groupByLetter.A;
}

/** +1 for what comes in, −1 for what is spent to earn it: net income is the signed sum of the lines. */
export function incomeSign(item: IncomeItem): 1 | -1 {
  return incomeGroupOf(item) === 'E' ? -1 : 1;
}
