import type { Bilingual } from './lang.ts';

/** What one may do; each query and mutation names one, and roles are sets of them. */
export const rights = {
  'division.read': { zh: '查看行政区划', en: 'See divisions' },
  'division.write': { zh: '维护行政区划', en: 'Maintain divisions' },
  'settings.read': { zh: '查看本县设置', en: 'See county settings' },
  'settings.write': { zh: '修改本县设置', en: 'Change county settings' },
  'organization.read': { zh: '查看单位', en: 'See organizations' },
  'organization.write': { zh: '维护单位', en: 'Maintain organizations' },
  'cadre.read': { zh: '查看干部', en: 'See cadres' },
  'cadre.write': { zh: '维护干部', en: 'Maintain cadres' },
  'household.read': { zh: '查看农户', en: 'See households' },
  'household.write': { zh: '维护农户', en: 'Maintain households' },
  'pairing.read': { zh: '查看结对', en: 'See pairings' },
  'pairing.write': { zh: '安排、移交结对', en: 'Assign and transfer helpers' },
  'pairing.undo': { zh: '撤销当天的移交', en: 'Undo transfers on their own day' },
  'visit.read': { zh: '查看走访', en: 'See visits' },
  'visit.write': { zh: '记录走访', en: 'Log visits' },
  'problem.write': { zh: '办理问题', en: 'Deal with problems' },
  'duty.excuse': { zh: '免访登记', en: 'Excuse from a visit' },
  'policy.read': { zh: '查看救助政策', en: 'See relief policies' },
  'policy.write': { zh: '起草救助政策', en: 'Draft relief policies' },
  'policy.approve': { zh: '审批救助政策', en: 'Approve relief policies' },
  'fund.read': { zh: '查看资金', en: 'See funds' },
  'fund.write': { zh: '登记资金', en: 'Keep the books of funds' },
  'fund.approve': { zh: '审批资金', en: 'Decide on funds' },
  'fund.pay': { zh: '拨付、支付资金', en: 'Disburse and pay funds' },
  'fund.close': { zh: '结账', en: 'Close the books' },
  'claim.read': { zh: '查看救助申请', en: 'See claims' },
  'claim.diagnosis': { zh: '查看救助对象的诊断', en: 'See diagnoses of claims' },
  'claim.write': { zh: '登记、提交救助申请', en: 'Open and submit claims' },
  'claim.check': { zh: '审核救助申请', en: 'Check claims' },
  'claim.assess': { zh: '查勘救助申请', en: 'Assess claims' },
  'claim.decide': { zh: '审定救助申请', en: 'Decide claims' },
  'bankAccount.read': { zh: '查看银行账户', en: 'See bank accounts' },
  'bankAccount.write': { zh: '登记银行账户', en: 'Record bank accounts' },
  'payment.read': { zh: '查看发放批次', en: 'See payments' },
  'payment.write': { zh: '编制发放批次', en: 'Make payment batches' },
  'payment.check': { zh: '复核发放批次', en: 'Check payment batches' },
  'payment.approve': { zh: '审批、核对发放批次', en: 'Approve and acknowledge payment batches' },
  'payment.send': { zh: '送银行、接收结果', en: 'Send batches to the bank, take in its results' },
  'import.run': { zh: '导入表格', en: 'Import spreadsheets' },
  'export.run': { zh: '批量导出数据', en: 'Export data in bulk' },
  'personal.reveal': { zh: '查看完整证件号和电话', en: 'See full identity and phone numbers' },
  'user.read': { zh: '查看用户', en: 'See users' },
  'user.write': { zh: '管理用户与授权', en: 'Manage users and grants' },
  'token.write': { zh: '管理接口令牌', en: 'Manage API tokens' },
  'webhook.write': { zh: '管理变更推送', en: 'Manage webhooks' },
  'audit.read': { zh: '查看审计记录', en: 'See the audit trail' },
  'project.read': { zh: '查看帮扶项目', en: 'See projects' },
  'project.write': { zh: '维护帮扶项目', en: 'Maintain projects' },
} satisfies Record<string, Bilingual>;

export type Right = keyof typeof rights;
export const allRights = Object.keys(rights) as Right[];

const directory: Right[] = ['division.read', 'settings.read', 'organization.read', 'cadre.read'];
const reading: Right[] = [...directory, 'household.read', 'pairing.read', 'visit.read', 'policy.read'];
const claiming: Right[] = ['claim.read', 'claim.diagnosis', 'claim.write'];
const visiting: Right[] = [...reading, 'visit.write', 'problem.write', ...claiming];
/** Of county and township desks alike. A right for county desks alone goes to COUNTY_DESK below. */
const desk: Right[] = [
  ...visiting,
  'household.write',
  'pairing.write',
  'pairing.undo',
  'duty.excuse',
  'import.run',
  'export.run',
  'personal.reveal',
  'claim.check',
  'bankAccount.read',
  'bankAccount.write',
  'payment.read',
  'payment.write',
  'payment.check',
];

/**
 * Which role may do what: the whole of it, on one page. Default deny: what is not named here is refused.
 * Roles for work that Bangfu does not support yet (insurance) hold what those people may see today.
 */
export const rightsOfRole = {
  SYSTEM_ADMINISTRATOR: [
    ...directory,
    'division.write',
    'settings.write',
    'organization.write',
    'cadre.write',
    'export.run',
    'user.read',
    'user.write',
    'token.write',
    'webhook.write',
  ],
  /** Manages the accounts of auditors and no others, as nobody else does: see user.policy.ts. */
  SECURITY_AUDITOR: ['division.read', 'user.read', 'user.write', 'audit.read', 'export.run'],
  COUNTY_DESK: [
    ...desk,
    'claim.decide',
    'payment.approve',
    'settings.write',
    'organization.write',
    'cadre.write',
    'policy.write',
    'policy.approve',
    'fund.read',
    'fund.approve',
    'user.read',
    'user.write',
    'token.write',
    'webhook.write',
    'audit.read',
    'project.read',
    'project.write',
  ],
  TOWNSHIP_REVIEWER: [...desk, 'audit.read', 'project.read', 'project.write'],
  VILLAGE_CADRE: visiting,
  GRID_MEMBER: [...directory, 'household.read'],
  HELPER: visiting,
  INSURER: ['division.read', 'policy.read', 'claim.read', 'claim.diagnosis', 'claim.assess'],
  FUND_ACCOUNTANT: [
    ...directory,
    'project.read',
    'policy.read',
    'fund.read',
    'fund.write',
    'fund.pay',
    'fund.close',
    'import.run',
    'payment.read',
    'payment.send',
  ],
  OVERSEER: [...reading, 'export.run', 'project.read', 'fund.read', 'payment.read', 'claim.read'],
  EVALUATOR: ['division.read'],
  API_CLIENT: [...reading, 'export.run', 'project.read', 'fund.read', 'payment.read', 'claim.read'],
} satisfies Record<string, readonly Right[]>;

export type RoleKey = keyof typeof rightsOfRole;

/** Names of places are public: every role reads them and every token does, so nothing about them is ever refused. */
export const heldByEverybody: Right = 'division.read';

/** Work in a place: without a division it would be that of the whole country. */
export const localRoles: ReadonlySet<string> = new Set<RoleKey>([
  'COUNTY_DESK',
  'TOWNSHIP_REVIEWER',
  'VILLAGE_CADRE',
  'GRID_MEMBER',
  'HELPER',
  'FUND_ACCOUNTANT',
]);

/** A helper sees the households paired with them and no others, wherever the grant lies. */
export const pairedOnlyRoles: ReadonlySet<string> = new Set<RoleKey>(['HELPER']);

/** An insurer sees the cases sent to their own organization and no others, wherever the grant lies. */
export const sentOnlyRoles: ReadonlySet<string> = new Set<RoleKey>(['INSURER']);
/** Rights to cases, which are sent to insurers. */
export const isCaseRight = (right: Right): boolean => right.startsWith('claim.');

/** Rights that a county desk gives and does not hold: work that is done by others than those who decide on it. */
export const givenByDesk: ReadonlySet<string> = new Set<Right>([
  'claim.assess',
  'fund.write',
  'fund.pay',
  'fund.close',
  'payment.send',
]);

/** A program lets nobody in, neither people nor other programs: no token holds these. */
export const neverByToken: ReadonlySet<string> = new Set<Right>([
  'user.write',
  'token.write',
  'webhook.write',
]);
