import type { DemoHousehold } from '#modules/demo/people/demo.households.ts';
import type { DemoMember } from '#modules/demo/people/demo.members.ts';
import type { Relation } from '#schema/codes/people/relation.codes.ts';
import type { Random } from '../demo.random.ts';

type Fits = (members: readonly DemoMember[]) => boolean;

const some =
  (test: (person: DemoMember) => boolean): Fits =>
  (members) =>
    members.some(test);
const always: Fits = () => true;
const hasPupil = some(({ schoolStatus, age }) => schoolStatus !== null && age >= 6);
const hasWorker = some(({ workMonths }) => workMonths !== null);
const hasFarWorker = some(({ workPlace }) => workPlace === 'OUTSIDE' || workPlace === 'PROVINCE');
const hasIll = some(({ health }) => health.includes('CHRONIC') || health.includes('SERIOUS'));
const hasDisabled = some(({ health }) => health.includes('DISABLED'));
const hasElder = some(({ age }) => age >= 65);
const hasInfant = some(({ age }) => age < 6);

/** What visitors write, and which families it can be true of. */
const calm: readonly (readonly [text: string, fits: Fits])[] = [
  ['家庭生产生活正常，收入稳定。', always],
  ['承包地耕种正常，口粮充足。', always],
  ['与邻里相处和睦，无矛盾纠纷。', always],
  ['房屋安全，饮水正常，无新增困难。', always],
  ['宣讲了防返贫监测和惠农补贴政策，户主均已知晓。', always],
  ['院内整洁，改厕使用正常。', always],
  ['全家医保均已参保缴费。', always],
  ['慢性病按时服药，家庭医生已随访。', hasIll],
  ['残疾人两项补贴按月到账。', hasDisabled],
  ['孩子在校就读，教育资助已到账。', hasPupil],
  ['务工人员工作稳定，工资按月发放。', hasWorker],
  ['家人在外务工，每月按时寄钱回家。', hasFarWorker],
  ['老人身体尚可，养老金按月领取。', hasElder],
  ['幼儿预防接种按时完成。', hasInfant],
];
const worried: readonly (readonly [text: string, fits: Fits])[] = [
  ['家庭支出增加，需持续关注。', always],
  ['收入较上季度有所减少，已一起分析原因。', always],
  ['家中有人住院，自付费用较高。', hasIll],
  ['务工人员工作不稳定，收入减少。', hasWorker],
  ['学费和生活费支出较大。', hasPupil],
];
const requests: readonly (readonly [text: string, fits: Fits])[] = [
  ['希望修整门前道路。', always],
  ['希望协助申请小额信贷发展养殖。', always],
  ['希望帮助联系农产品销路。', always],
  ['希望介绍就近务工岗位。', hasWorker],
  ['希望了解医疗救助申请办法。', hasIll],
  ['希望为孩子申请助学金。', hasPupil],
];

export const correctionReasons = ['补充走访情况', '被访人填写有误', '文字录入错误'] as const;
export const withdrawalReasons = ['重复登记', '走访对象选错', '误操作上传'] as const;
export const noLocationReasons = ['手机无信号', '未授权定位'] as const;

function pickFitting(
  random: Random,
  texts: readonly (readonly [text: string, fits: Fits])[],
  { members }: DemoHousehold,
): string {
  const present = members.filter(({ leftOn }) => !leftOn);
  return random.pick(texts.filter(([, fits]) => fits(present)))[0];
}

/** The findings of a visit: calm as a rule, worried where something is wrong. */
export function findingsBy(random: Random, household: DemoHousehold, isWorried: boolean): string {
  const first = pickFitting(random, isWorried ? worried : calm, household);
  const second = pickFitting(random, calm, household);
  return first === second || random.chance(0.4) ? first : `${first}${second}`;
}

export const requestBy = (random: Random, household: DemoHousehold): string =>
  pickFitting(random, requests, household);

const metWords: Partial<Record<Relation, string>> = {
  HEAD: '户主',
  SPOUSE: '配偶',
  SON: '儿子',
  DAUGHTER: '女儿',
  DAUGHTER_IN_LAW: '儿媳',
  FATHER: '父亲',
  MOTHER: '母亲',
};

/** Usually the head, otherwise an adult of the family, sometimes a neighbour. */
export function metBy(random: Random, { members }: DemoHousehold): string {
  const who = random.weighted({ head: 65, family: 30, others: 5 });
  if (who === 'others') return random.pick(['邻居', '村干部']);
  const grown = members.filter(({ age, leftOn }) => age >= 18 && !leftOn);
  const person = who === 'family' && grown.length > 0 ? random.pick(grown) : null;
  return metWords[(person?.relation ?? 'HEAD') as Relation] ?? '户主';
}
