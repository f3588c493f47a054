import { reaches, reachOf, type Viewer } from '#platform/access/viewer.ts';
import { neverByToken, type Right, type RoleKey, rights, rightsOfRole } from '#schema/codes/rights.ts';

const isRight = (text: string): text is Right => Object.hasOwn(rights, text);

export const isForTokens = (text: string): text is Right => isRight(text) && !neverByToken.has(text);

/** Whether a right is held in the whole of a division; null is the whole country. */
export const holdsIn = (viewer: Viewer | null, right: Right, divisionCode: string | null): boolean =>
  reaches(reachOf(viewer, right), divisionCode ?? '');

interface Granted {
  readonly role: string;
  readonly divisionCode: string | null;
}

const auditor: RoleKey = 'SECURITY_AUDITOR';
export const isAuditor = (grants: readonly { readonly role: string }[]): boolean =>
  grants.some(({ role }) => role === auditor);

/** With what of it somebody manages accounts: auditors manage auditors, and nobody else does; the rest the rest. */
const asManager = (viewer: Viewer | null, ofAuditors: boolean): Viewer | null =>
  viewer && {
    ...viewer,
    holdings: viewer.holdings.filter(
      ({ role }) => role === 'COMMAND_LINE' || (role === auditor) === ofAuditors,
    ),
  };

/** Whether one manages the accounts of a division: those of its auditors, or those of all others. */
export const managesIn = (viewer: Viewer | null, divisionCode: string | null, ofAuditors = false): boolean =>
  holdsIn(asManager(viewer, ofAuditors), 'user.write', divisionCode);

/** Nobody gives what they do not hold there themselves. */
export function coversRole(viewer: Viewer | null, { role, divisionCode }: Granted): boolean {
  const manager = asManager(viewer, role === auditor);
  return (rightsOfRole[role as RoleKey] ?? []).every((right) => holdsIn(manager, right, divisionCode));
}

/** Whoever holds as much as an auditor does names the first one of a place; after that auditors do. */
export const mayNameFirstAuditor = (viewer: Viewer | null, { role, divisionCode }: Granted): boolean =>
  role === auditor &&
  rightsOfRole[auditor].every((right) => holdsIn(asManager(viewer, false), right, divisionCode));

/** Who watches over the others is none of them. */
export const excludeEachOther = (one: Granted, other: Granted): boolean =>
  (one.role === auditor) !== (other.role === auditor);

/**
 * Whether one may act on an account: only where it holds nothing beyond one's own. Whoever resets the password of a
 * mightier account has its might.
 */
export const mayManage = (viewer: Viewer | null, home: string | null, grants: readonly Granted[]): boolean =>
  managesIn(viewer, home, isAuditor(grants)) && grants.every((grant) => coversRole(viewer, grant));
