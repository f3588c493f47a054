import { type CodeOf, defineCodes } from '../define-codes.ts';

/** Codes of the national system; 10 to 12 continue its numbering for kinds that counties add. */
export const RiskKind = defineCodes(
  'RiskKind',
  '风险类型',
  'Kind of risk',
  {
    ILLNESS: { zh: '因病', en: 'Illness', code: '01', synonyms: ['疾病', '患病', '大病', '因大病'] },
    NATURAL_DISASTER: {
      zh: '因自然灾害',
      en: 'Natural disaster',
      code: '02',
      synonyms: ['自然灾害', '因灾', '受灾'],
      description: 'Where the kind of disaster is not given',
    },
    FLOOD: { zh: '洪涝灾害', en: 'Flood', code: '0201', synonyms: ['洪涝', '水灾', '洪灾', '内涝'] },
    GEOLOGICAL: {
      zh: '地质灾害',
      en: 'Geological disaster',
      code: '0202',
      synonyms: ['地质', '滑坡', '泥石流'],
    },
    DROUGHT: { zh: '旱灾', en: 'Drought', code: '0203', synonyms: ['干旱', '干旱灾害', '旱'] },
    BIOLOGICAL: {
      zh: '生物灾害',
      en: 'Biological disaster',
      code: '0204',
      synonyms: ['生物', '病虫害', '动物疫病'],
    },
    WEATHER: {
      zh: '气象灾害',
      en: 'Weather disaster',
      code: '0205',
      synonyms: ['气象', '风雹', '冰雹', '大风', '低温冷冻', '雪灾', '台风'],
    },
    EARTHQUAKE: { zh: '地震灾害', en: 'Earthquake', code: '0206', synonyms: ['地震'] },
    OTHER_DISASTER: { zh: '其他自然灾害', en: 'Other natural disaster', code: '0299' },
    DISABILITY: { zh: '因残', en: 'Disability', code: '03', synonyms: ['残疾', '因残疾'] },
    LABOUR_SHORTAGE: {
      zh: '因缺劳动力',
      en: 'Lack of labour',
      code: '04',
      synonyms: ['缺劳动力', '缺劳力', '因缺劳力', '劳动力不足'],
    },
    ACCIDENT: {
      zh: '因意外事故',
      en: 'Accident',
      code: '05',
      synonyms: ['意外事故', '意外', '事故', '车祸'],
    },
    INDUSTRY_FAILURE: {
      zh: '因产业失败',
      en: 'Failed farming or business',
      code: '06',
      synonyms: ['产业失败', '因产业项目失败', '产业项目失败', '经营亏损'],
    },
    UNSTABLE_WORK: {
      zh: '因务工就业不稳',
      en: 'Unstable work',
      code: '07',
      synonyms: [
        '务工就业不稳',
        '因务工就业不稳定',
        '务工就业不稳定',
        '因就业不稳',
        '就业不稳',
        '失业',
        '务工不稳定',
      ],
    },
    SCHOOLING: { zh: '因学', en: 'Cost of schooling', code: '09', synonyms: ['上学', '教育', '教育支出'] },
    HOUSING: {
      zh: '因住房',
      en: 'Unsafe housing',
      code: '10',
      synonyms: ['住房', '因房', '住房安全', '危房'],
    },
    WATER: { zh: '因饮水', en: 'Unsafe water', code: '11', synonyms: ['饮水', '因水', '饮水安全'] },
    FIRE: { zh: '因火灾', en: 'Fire', code: '12', synonyms: ['火灾'] },
    OTHER: { zh: '其他风险', en: 'Other risk', code: '99', synonyms: ['其他', '其它', '因其他', '其他原因'] },
  },
  { blanks: ['无风险', '暂无'] },
);
export type RiskKind = CodeOf<typeof RiskKind>;

export const RiskStatus = defineCodes('RiskStatus', '风险消除情况', 'Risk status', {
  OPEN: {
    zh: '未消除',
    en: 'Open',
    code: '0',
    synonyms: ['风险未消除', '否', '未解除', '回退'],
    description: 'The risk is there, or its elimination was rolled back',
  },
  HELPED: {
    zh: '帮扶消除',
    en: 'Ended by help',
    code: '1',
    synonyms: ['风险消除', '已消除', '是', '消除', '帮扶后消除', '稳定消除'],
    description: 'Ended after targeted measures',
  },
  NATURAL: { zh: '自然消除', en: 'Ended by itself', code: '2', synonyms: ['自行消除'] },
});
export type RiskStatus = CodeOf<typeof RiskStatus>;
