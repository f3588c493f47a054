import { defineLabels } from '#schema/codes/labels/define-labels.ts';

export const tokenLabels = [
  defineLabels(
    'ApiToken',
    {
      name: ['用途', 'Purpose'],
      hint: ['开头', 'Begins with'],
      divisionCode: ['辖区', 'Division'],
      rights: ['权限', 'Rights'],
      pointsPerMinute: ['每分钟额度', 'Budget a minute'],
      expiresAt: ['到期时间', 'Expires at'],
      lastUsedAt: ['最近使用', 'Last used'],
      revokedAt: ['撤销时间', 'Revoked at'],
      division: ['辖区', 'Division'],
      usage: ['用量', 'Usage'],
      expiresOn: ['最后使用日', 'Last day'],
      usable: ['只看可用的', 'Usable ones only'],
    },
    { title: ['接口令牌', 'API token', 'API tokens'], inputs: ['CreateTokenInput', 'RevokeTokenInput'] },
  ),
  defineLabels('TokenUsage', {
    day: ['日期', 'Day'],
    operations: ['请求次数', 'Requests'],
    points: ['点数', 'Points'],
    refusals: ['超额被拒', 'Refused over budget'],
  }),
];
