import type { Random } from './demo.random.ts';

const calm = [
  '家庭生产生活正常，收入稳定。',
  '户主身体状况平稳，按时服药，家庭医生已随访。',
  '孩子在校就读，教育资助已到账。',
  '承包地耕种正常，口粮充足。',
  '与邻里相处和睦，无矛盾纠纷。',
  '儿子在外务工，每月按时寄钱回家。',
  '房屋安全，饮水正常，无新增困难。',
  '医保已参保缴费，慢性病卡已办理。',
  '公益性岗位按时到岗，工资按月发放。',
  '宣讲了防返贫监测和惠农补贴政策，户主均已知晓。',
  '院内整洁，改厕使用正常。',
  '土地流转费已收到，户主在家照看孙辈。',
] as const;
const worried = [
  '家庭支出增加，需持续关注。',
  '收入较上季度有所减少，已一起分析原因。',
  '家中有人住院，自付费用较高。',
  '务工人员返乡，暂未找到新的工作。',
  '养殖规模缩小，收入受影响。',
] as const;
const requests = [
  '希望介绍就近务工岗位。',
  '希望了解医疗救助申请办法。',
  '希望协助申请小额信贷发展养殖。',
  '希望修整门前道路。',
  '希望为孩子申请雨露计划补助。',
  '希望帮助联系农产品销路。',
] as const;
export const metBy = {
  户主: 62,
  配偶: 17,
  儿子: 7,
  儿媳: 5,
  母亲: 4,
  邻居: 3,
  村干部: 2,
} as const;
export const correctionReasons = [
  '走访方式填错，现更正',
  '补充走访情况',
  '被访人填写有误',
  '文字录入错误',
] as const;
export const withdrawalReasons = ['重复登记', '走访对象选错', '误操作上传'] as const;
export const noLocationReasons = ['手机无信号', '未授权定位', '代为补录'] as const;

/** What a visit found: calm as a rule, worried where something is wrong. */
export function findingsBy(random: Random, isWorried: boolean): string {
  const first = random.pick(isWorried ? worried : calm);
  const second = random.pick(calm);
  return first === second || random.chance(0.4) ? first : `${first}${second}`;
}

export const requestBy = (random: Random): string => random.pick(requests);
