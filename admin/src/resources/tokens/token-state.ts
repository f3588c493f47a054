export type TokenState = 'usable' | 'expired' | 'revoked';

export function tokenState(
  { revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string },
  now: Date,
): TokenState {
  if (revokedAt) return 'revoked';
  return new Date(expiresAt) <= now ? 'expired' : 'usable';
}
