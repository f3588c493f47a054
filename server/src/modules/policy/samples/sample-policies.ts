import type { HouseholdCategory } from '#schema/codes/household.codes.ts';
import type { DraftPolicyInput, PolicyBandInput } from '#schema/policy/policy.input.ts';

export type SamplePolicy = Omit<DraftPolicyInput, 'countyCode' | 'clientMutationId' | 'fromOn'>;

const yuan = (amount: string) => BigInt(amount) * 100n;

/** Bands by rates in per cent, each up to and with an amount of yuan, or up to where the next begins. */
const rates = (...bands: readonly (readonly [from: bigint, percent: number])[]): PolicyBandInput[] =>
  bands.map(([fromAmount, percent], at) => ({
    fromAmount,
    toAmount: bands[at + 1]?.[0] ?? null,
    rateBps: percent * 100,
  }));

const flat = (...bands: readonly (readonly [from: bigint, amount: string])[]): PolicyBandInput[] =>
  bands.map(([fromAmount, amount], at) => ({
    fromAmount,
    toAmount: bands[at + 1]?.[0] ?? null,
    flatAmount: yuan(amount),
  }));

const monitored = (threshold: string, ordinary: string) =>
  (['RELIEVED', 'UNSTABLE', 'SUDDEN', 'MARGINAL', 'ORDINARY'] as const).map(
    (category: HouseholdCategory) => ({
      category,
      threshold: yuan(category === 'MARGINAL' || category === 'ORDINARY' ? ordinary : threshold),
    }),
  );

const usual = { accumulation: 'CLAIM', oncePerYear: false } as const;
const own = { countedAmount: 'OWN', sourceDocument: null, kindName: null, replacesId: null } as const;
/** The next fen after an amount that is still in the band below. */
const above = (amount: string) => yuan(amount) + 1n;

const note = '样例：起付线和封顶参照公开报道，分档比例为示例，不是任何县的规定；使用前请按本县文件核对修改。';
const published = '样例：依据公开的理赔方案整理，不是本县规定；使用前请按本县文件核对修改。';

/** Examples to start from; nobody's rules. A county changes them before another person approves them. */
export const samplePolicies: readonly SamplePolicy[] = [
  {
    ...own,
    kind: 'ILLNESS',
    name: '因病救助（样例）',
    deductions: ['COMPENSATION', 'RELIEF'],
    documentsNeeded: ['身份证', '住院发票或结算单', '诊断证明', '银行卡'],
    note,
    terms: {
      ...usual,
      mode: 'WHOLE',
      base: 'OWN',
      thresholds: monitored('5000', '20000'),
      bands: rates(
        [yuan('5000'), 50],
        [above('20000'), 60],
        [above('50000'), 70],
        [above('70000'), 80],
        [above('100000'), 90],
      ),
      capHouseholdYear: yuan('100000'),
    },
  },
  {
    ...own,
    kind: 'EDUCATION',
    name: '因学救助（样例）',
    deductions: ['LOAN', 'RELIEF'],
    documentsNeeded: ['学籍证明', '缴费票据', '助学贷款合同'],
    note,
    terms: {
      ...usual,
      mode: 'SLICES',
      base: 'OWN',
      thresholds: monitored('8000', '8000'),
      bands: rates([yuan('8000'), 60], [yuan('18000'), 85]),
    },
  },
  ...(['ACCIDENT', 'DISASTER'] as const).map(
    (kind): SamplePolicy => ({
      ...own,
      kind,
      name: kind === 'ACCIDENT' ? '意外事故救助（样例）' : '因灾救助（样例）',
      deductions: ['COMPENSATION', 'RELIEF'],
      documentsNeeded: ['事故或受灾证明', '损失清单', '赔偿情况说明'],
      note,
      terms: {
        ...usual,
        mode: 'SLICES',
        base: 'OWN_MINUS_THRESHOLD',
        thresholds: monitored('10000', '10000'),
        bands: rates([0n, 50], [yuan('20000'), 70]),
        capPerClaim: yuan('50000'),
        capHouseholdYear: yuan('50000'),
      },
    }),
  ),
  {
    ...own,
    kind: 'INDUSTRY_RISK',
    name: '产业风险救助（样例）',
    deductions: ['COMPENSATION'],
    documentsNeeded: ['产业损失认定表', '现场照片'],
    note,
    terms: {
      ...usual,
      mode: 'SLICES',
      base: 'OWN_MINUS_THRESHOLD',
      thresholds: monitored('5000', '5000'),
      bands: rates([0n, 50], [yuan('20000'), 60]),
      capHouseholdYear: yuan('30000'),
    },
  },
  {
    ...own,
    kind: 'ILLNESS',
    name: '大病保险通行做法：年度累计分段（样例）',
    deductions: [],
    documentsNeeded: ['住院发票或结算单'],
    note: published,
    terms: {
      mode: 'SLICES',
      base: 'OWN',
      accumulation: 'PERSON_YEAR',
      oncePerYear: false,
      thresholds: monitored('12000', '12000'),
      bands: rates([yuan('12000'), 55], [yuan('30000'), 65], [yuan('100000'), 75]),
      capPersonYear: yuan('300000'),
    },
  },
  {
    ...own,
    kind: 'ILLNESS',
    name: '定额救助：每户每年一次（样例）',
    deductions: [],
    documentsNeeded: ['住院发票或结算单'],
    note: published,
    terms: {
      ...usual,
      mode: 'FLAT',
      base: 'OWN',
      oncePerYear: true,
      thresholds: monitored('10000', '10000'),
      bands: flat([yuan('10000'), '8000'], [yuan('20000'), '10000'], [above('40000'), '12000']),
    },
  },
];
