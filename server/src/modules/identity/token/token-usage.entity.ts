import { type SQL, sql } from 'drizzle-orm';
import { tokenEntity } from '#modules/identity/user/user.entity.ts';
import { type Columns, defineEntity, extend, many, type ScopeRule } from '#platform/read/entity.ts';
import { tableColumns } from '#platform/read/select.ts';
import { apiToken } from '#schema/identity/identity.table.ts';
import { tokenUsage } from '#schema/identity/rate-limit.table.ts';
import { TokenUsage } from '#schema/identity/token.type.ts';

/** Visible to those who may see the token. */
const usageScope: ScopeRule = (columns: Columns, reach): SQL => sql`exists (select from ${apiToken}
  where ${apiToken.id} = ${columns.tokenId} and ${tokenEntity.scope(tableColumns(tokenEntity), reach)})`;

export const tokenUsageEntity = defineEntity({
  type: TokenUsage,
  table: tokenUsage,
  key: ['tokenId', 'day'],
  plural: 'days of tokens',
  right: 'token.write',
  scope: usageScope,
});

/** Fields and relations added to types of other modules. */
export const tokenUsageExtensions = [
  extend(tokenEntity, {
    relations: {
      usage: many(
        () => tokenUsageEntity,
        { id: 'tokenId' },
        'The days on which it was used, the latest first, a hundred at most. What a program did in the last few seconds may be missing.',
        { order: (t) => [sql`${t.day} desc`] },
      ),
    },
  }),
];
