import { type CodeOf, defineCodes, foldText } from '../define-codes.ts';

export const ProblemKind = defineCodes('ProblemKind', '问题类别', 'Kind of problem', {
  MEDICAL: { zh: '医疗', en: 'Medical care', synonyms: ['医疗问题', '看病', '健康'] },
  EDUCATION: { zh: '教育', en: 'Education', synonyms: ['教育问题', '上学', '义务教育'] },
  HOUSING: { zh: '住房', en: 'Housing', synonyms: ['住房问题', '住房安全'] },
  WATER: { zh: '饮水', en: 'Drinking water', synonyms: ['饮水问题', '饮水安全'] },
  EMPLOYMENT: { zh: '就业', en: 'Work', synonyms: ['就业问题', '务工'] },
  INDUSTRY: { zh: '产业', en: 'Farming and business', synonyms: ['产业问题', '生产'] },
  INCOME: { zh: '收入', en: 'Income and living cost', synonyms: ['收入问题', '生活', '生活困难'] },
  SAFETY_NET: { zh: '社会保障', en: 'Social protection', synonyms: ['低保', '社保', '兜底保障'] },
  CARE: { zh: '照料', en: 'Care of the old and disabled', synonyms: ['照护', '养老'] },
  DISASTER: { zh: '灾害事故', en: 'Disaster or accident', synonyms: ['灾害', '事故'] },
  INFRASTRUCTURE: { zh: '基础设施', en: 'Roads, power and network', synonyms: ['设施'] },
  ENVIRONMENT: { zh: '人居环境', en: 'Living environment', synonyms: ['环境卫生'] },
  POLICY: { zh: '政策落实', en: 'Carrying out of policy', synonyms: ['政策'] },
  DISPUTE: { zh: '矛盾纠纷', en: 'Dispute', synonyms: ['纠纷'] },
  OTHER: { zh: '其他', en: 'Other', synonyms: ['其它', '其他问题'] },
});
export type ProblemKind = CodeOf<typeof ProblemKind>;

export const ProblemStatus = defineCodes('ProblemStatus', '问题状态', 'Status of a problem', {
  OPEN: { zh: '待处理', en: 'Open', synonyms: ['未处理', '未解决', '待解决'] },
  IN_HAND: { zh: '处理中', en: 'In hand', synonyms: ['办理中', '协调中', '解决中', '正在处理'] },
  SOLVED: { zh: '已解决', en: 'Solved', synonyms: ['已办结', '办结', '已处理', '已落实', '解决'] },
  UNSOLVABLE: { zh: '无法解决', en: 'Cannot be solved', synonyms: ['不能解决', '无法处理'] },
});
export type ProblemStatus = CodeOf<typeof ProblemStatus>;

/** Words that tell a kind. Of kinds named equally often the first wins, so the narrow ones stand first. */
const hints: readonly (readonly [ProblemKind, RegExp])[] = [
  [
    'MEDICAL',
    /大病|慢性?病|自付|医疗|医保|医院|住院|就医|看病|治病|药|手术|报销|患病|重病|生病|体检|透析|化疗/g,
  ],
  ['EDUCATION', /上学|学费|辍学|失学|学校|学生|读书|教育|助学|雨露计划|学杂费|生活费补助|入学|升学/g],
  ['WATER', /饮水|水压|水质|自来水|吃水|缺水|断水|停水|水管|水井|供水/g],
  ['HOUSING', /房屋|住房|危房|漏雨|房顶|屋顶|墙体|裂缝|裂|房子|建房|修房|翻建/g],
  ['EMPLOYMENT', /务工|就业|打工|找工作|工作|失业|岗位|上班|工资|欠薪|培训/g],
  [
    'INDUSTRY',
    /养殖|种植|产业|滞销|销路|技术|贷款|大棚|牲畜|果树|庄稼|农作物|化肥|种子|种苗|市场|生意|减产/g,
  ],
  ['DISASTER', /火灾|水灾|洪|旱|冰雹|地震|灾|车祸|事故|意外/g],
  ['CARE', /残疾|照料|照顾|护理|瘫痪|卧床|养老|独居|留守|孤寡|老人|赡养|轮椅/g],
  ['SAFETY_NET', /低保|特困|救助|养老金|高龄|补贴|社保|五保|残补/g],
  ['INFRASTRUCTURE', /道路|路面|修路|出行|电压|停电|用电|网络|信号|路灯|桥/g],
  ['ENVIRONMENT', /卫生|厕所|改厕|垃圾|污水|环境|庭院/g],
  ['DISPUTE', /纠纷|矛盾|邻里|土地确权|宅基地|信访|离婚/g],
  ['POLICY', /政策|未享受|没享受|未落实|识别|评定|公示/g],
  ['INCOME', /收入|缺钱|缺资金|困难|生活|负债|欠债|债务|支出|花费|开支/g],
];

/** The likeliest kind of a problem described in free words, as imported visit records do. */
export function guessProblemKind(text: string): ProblemKind {
  const known = ProblemKind.parse(text);
  if (known !== null) return known;
  const words = foldText(text);
  let best: ProblemKind = 'OTHER';
  let most = 0;
  for (const [kind, pattern] of hints) {
    const hits = words.match(pattern)?.length ?? 0;
    if (hits > most) {
      best = kind;
      most = hits;
    }
  }
  return best;
}

/** The likeliest status behind a note on what was done, such as 已联系医保局; without a note it is open. */
export function guessProblemStatus(note: string): ProblemStatus {
  const known = ProblemStatus.parse(note);
  if (known !== null) return known;
  const words = foldText(note);
  if (ProblemStatus.isBlank(note)) return 'OPEN';
  if (/无法|不能解决|解决不了|不符合|不予/.test(words)) return 'UNSOLVABLE';
  if (/未(?:得到)?(?:解决|处理|办|落实)|没有?(?:解决|处理|办|落实)|尚未|待(?:处理|解决|办)/.test(words))
    return 'OPEN';
  if (
    /办结|办理完毕|已经?(?:全部|圆满|妥善)?(?:解决|处理|落实|完成|修好|修复|到位|发放|办好)|问题解决|解决了/.test(
      words,
    )
  ) {
    return 'SOLVED';
  }
  return 'IN_HAND';
}
