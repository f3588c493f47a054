import { ImportRowResult } from '#schema/codes/imports/import.codes.ts';
import { calledAsCode, defineLabels, type Labels } from '#schema/codes/labels/define-labels.ts';

export const auditLabels = [
  defineLabels(
    'AuditEvent',
    {
      countyCode: ['县', 'County'],
      seq: ['序号', 'Number'],
      at: ['时间', 'Time'],
      actorName: ['操作人', 'Who'],
      action: ['操作', 'Action'],
      entity: ['记录类型', 'Kind of record'],
      entityId: ['记录标识', 'Record ID'],
      requestId: ['请求编号', 'Request ID'],
      tokenName: ['所用令牌', 'Token'],
      before: ['变更前', 'Before'],
      after: ['变更后', 'After'],
      actor: ['操作人姓名', 'Name of the person'],
      record: ['记录标识', 'Record ID'],
      from: ['起始时间', 'From'],
      to: ['截止时间', 'To'],
      actorId: ['操作人', 'Who'],
      format: ['记录格式', 'Format of the row'],
      hash: ['校验值', 'Hash'],
    },
    { title: ['审计记录', 'Audit event', 'Audit events'] },
  ),
];

/** What rows of the audit trail tell beside the columns of a record, whatever record it is. */
export const factLabels: Labels = {
  // From where somebody signed in; that of a household is a label of its own.
  address: ['网络地址', 'Network address'],
  cadres: ['干部数', 'Cadres'],
  checks: ['核查项数', 'Checklist answers'],
  created: calledAsCode(ImportRowResult, 'CREATED'),
  excuses: ['免访数', 'Excuses'],
  fingerprint: ['号码指纹', 'Fingerprint of the number'],
  grants: ['授权', 'Grants'],
  headings: ['列标题', 'Headings'],
  host: ['接收方', 'Receiver'],
  households: ['户数', 'Households'],
  kind: ['号码种类', 'Kind of number'],
  linkExpiresAt: ['链接有效至', 'Link good until'],
  linkMadeAt: ['链接生成时间', 'Link made at'],
  linkMadeBy: ['链接生成人', 'Link made by'],
  linkMadeByUsername: ['链接生成人用户名', 'Link made by, user name'],
  members: ['成员数', 'Members'],
  organizations: ['单位数', 'Organizations'],
  outcome: ['登录结果', 'Outcome of the sign-in'],
  pairings: ['结对数', 'Pairings'],
  problems: ['问题数', 'Problems'],
  recoveryCodesLeft: ['剩余恢复码', 'Recovery codes left'],
  shown: ['验证方式', 'Shown'],
  steps: ['办理步骤数', 'Steps'],
  tries: ['锁定期间尝试次数', 'Tries while locked out'],
  unchanged: calledAsCode(ImportRowResult, 'UNCHANGED'),
  updated: calledAsCode(ImportRowResult, 'UPDATED'),
  versions: ['版本数', 'Versions'],
  villages: ['村数', 'Villages'],
  visits: ['走访数', 'Visits'],
};
