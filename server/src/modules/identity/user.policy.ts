import { reaches, reachOf, type Viewer } from '#platform/viewer.ts';
import { type Right, type RoleKey, rights, rightsOfRole } from '#schema/codes/rights.ts';

const isRight = (text: string): text is Right => Object.hasOwn(rights, text);

/** A program lets nobody in: neither people nor other programs. */
const neverByToken: ReadonlySet<string> = new Set<Right>(['user.write', 'token.write', 'webhook.write']);
export const isForTokens = (text: string): text is Right => isRight(text) && !neverByToken.has(text);

/** Whether a right is held in the whole of a division; null is the whole country. */
export const holdsIn = (viewer: Viewer | null, right: Right, divisionCode: string | null): boolean =>
  reaches(reachOf(viewer, right), divisionCode ?? '');

interface Granted {
  readonly role: string;
  readonly divisionCode: string | null;
}

/** Nobody gives what they do not hold there themselves. */
export const coversRole = (viewer: Viewer | null, { role, divisionCode }: Granted): boolean =>
  (rightsOfRole[role as RoleKey] ?? []).every((right) => holdsIn(viewer, right, divisionCode));

/**
 * Whether one may act on an account: only where it holds nothing beyond one's own. Whoever resets the password of a
 * mightier account has its might.
 */
export const mayManage = (viewer: Viewer | null, grants: readonly Granted[]): boolean =>
  grants.every((grant) => coversRole(viewer, grant));
