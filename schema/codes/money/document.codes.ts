import { type CodeOf, defineCodes } from '../define-codes.ts';

/** 中央财政资金, 中央级 and 中央 are one; 县本级 is 县. */
function foldSource(text: string): string {
  const bare = text
    .replace(/[()]/g, '')
    .replace(/(?:本级|级|财政|资金|补助|专项|拨款|配套|直达|投入)+$/u, '');
  return bare === '' ? text : bare;
}

export const FundLevel = defineCodes(
  'FundLevel',
  '资金级次',
  'Level of the money',
  {
    CENTRAL: { zh: '中央', en: 'Central', synonyms: ['国家', '中'] },
    PROVINCIAL: {
      zh: '省级',
      en: 'Provincial',
      synonyms: ['省', '自治区', '直辖市', '省市', '省区市'],
    },
    CITY: { zh: '市级', en: 'City', synonyms: ['市', '地市', '设区市', '州', '市州', '盟'] },
    COUNTY: { zh: '县级', en: 'County-level', synonyms: ['县', '区', '县区', '县市区', '旗', '本级'] },
  },
  { fold: foldSource },
);
export type FundLevel = CodeOf<typeof FundLevel>;

export const FundDocumentKind = defineCodes('FundDocumentKind', '资金文件类型', 'Kind of fund document', {
  INDICATOR: { zh: '指标文', en: 'Indicator document', synonyms: ['资金指标文', '预算指标文'] },
  DONATION: { zh: '捐赠协议', en: 'Donation', description: 'Its money keeps the purpose it was given for' },
  TOP_UP: { zh: '县级补足', en: 'Top-up by the county', description: 'Makes up a gap in the year' },
  CARRY_OVER: { zh: '上年结转', en: 'Carry-over', description: 'Brings what the year before left' },
  OTHER: { zh: '其他文件', en: 'Other document' },
});
export type FundDocumentKind = CodeOf<typeof FundDocumentKind>;

export const ReissueStatus = defineCodes('ReissueStatus', '转下达核实', 'Whether money is re-issued', {
  ASKED: {
    zh: '待核实',
    en: 'To be decided',
    description: 'Perhaps money of another document again: none of it is posted until somebody decides',
  },
  SAME_MONEY: {
    zh: '同一笔资金',
    en: 'Same money',
    description: 'The money of the other document, passed on: it counts there and not here',
  },
  OTHER_MONEY: { zh: '另一笔资金', en: 'Other money', description: 'It counts by itself' },
});
export type ReissueStatus = CodeOf<typeof ReissueStatus>;
