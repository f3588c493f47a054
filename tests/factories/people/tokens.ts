import { newToken, tokenHash } from '#modules/identity/session/secret.ts';
import { newId } from '#platform/core/ids.ts';
import { apiToken } from '#schema/identity/identity.table.ts';
import type { TestApp } from '#tests/setup/app.ts';

interface TokenTraits {
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly rights?: readonly string[];
  readonly expiresAt?: string;
  readonly pointsPerMinute?: number;
}

/** An API token, valid for many years by default. */
export async function makeToken(test: TestApp, traits: TokenTraits) {
  const tokenId = newId();
  const secret = newToken('bf_');
  await test.owner.db.insert(apiToken).values({
    id: tokenId,
    name: '测试令牌',
    tokenHash: tokenHash(secret),
    hint: secret.slice(0, 8),
    expiresAt: '2100-01-01T00:00:00Z',
    createdAt: test.clock.now().toISOString(),
    ...traits,
    rights: [...(traits.rights ?? ['household.read'])],
  });
  return { tokenId, secret, bearer: { authorization: `Bearer ${secret}` } };
}
