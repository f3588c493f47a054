import type { ProblemKind } from '#schema/codes/help/problem.codes.ts';

interface ProblemText {
  readonly description: string;
  readonly handler: string;
  readonly outcome: string;
}

const text = (description: string, handler: string, outcome: string): ProblemText => ({
  description,
  handler,
  outcome,
});

export const problemTexts: Readonly<Record<ProblemKind, readonly ProblemText[]>> = {
  MEDICAL: [
    text('住院自付费用较高，家庭负担重。', '县医保局', '医疗救助资金已到账'),
    text('慢性病用药报销手续未办理。', '乡镇卫生院', '慢性病卡已办好'),
    text('行动不便，定期体检有困难。', '村卫生室', '家庭医生已上门体检'),
  ],
  EDUCATION: [
    text('孩子上中职，雨露计划补助尚未申领。', '县农业农村局', '补助已申报并发放'),
    text('学杂费支出较大。', '县教育体育局', '已落实助学金'),
  ],
  HOUSING: [
    text('厢房屋顶漏雨，雨季有隐患。', '乡镇村建办', '屋顶已修好'),
    text('山墙有裂缝，需鉴定。', '县住建局', '鉴定为安全等级，已加固处理'),
  ],
  WATER: [text('末梢水压低，夏季供水不足。', '县水利局', '更换水管后水压恢复')],
  EMPLOYMENT: [
    text('务工人员返乡，暂无工作。', '县人社局', '已在县内企业上岗'),
    text('希望就近就业，便于照顾老人。', '乡镇劳动保障所', '已安排村级公益岗位'),
    text('工资拖欠一个月。', '县劳动监察大队', '拖欠工资已补发'),
  ],
  INDUSTRY: [
    text('大棚蔬菜销路不畅。', '县农业农村局', '已与商超对接销售'),
    text('养殖缺少技术和流动资金。', '乡镇农业中心', '已办理小额信贷并安排技术员'),
  ],
  INCOME: [text('家庭支出增加，生活困难。', '乡镇民政所', '临时救助已发放')],
  SAFETY_NET: [
    text('符合低保条件，尚未申请。', '乡镇民政所', '已纳入低保'),
    text('残疾人两项补贴未享受。', '县残联', '补贴已按月发放'),
  ],
  CARE: [text('独居老人行动不便，需有人照料。', '村委会', '已安排邻里照料员')],
  DISASTER: [text('火灾造成家中财物损失。', '县应急管理局', '救助物资和资金已发放')],
  INFRASTRUCTURE: [text('门前道路坑洼，雨天出行不便。', '村委会', '路面已修复')],
  ENVIRONMENT: [text('户厕损坏，污水外溢。', '乡镇人居环境办', '户厕已修好')],
  POLICY: [text('不了解惠农补贴政策，未申领。', '包村干部', '已讲解政策并协助申领')],
  DISPUTE: [text('与邻居因宅基地边界有争执。', '村调解委员会', '已调解，双方签字')],
  OTHER: [text('其他困难，需进一步了解。', '包村干部', '已了解并妥善处理')],
};
