import { reaches, reachOf, type Viewer } from '#platform/access/viewer.ts';
import {
  givenByDesk,
  neverByToken,
  type Right,
  type RoleKey,
  rights,
  rightsOfRole,
} from '#schema/codes/rights.ts';

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

/**
 * The viewer with the holdings that count: only auditors manage auditors, and all other accounts are managed by others.
 */
const asManager = (viewer: Viewer | null, ofAuditors: boolean): Viewer | null =>
  viewer && {
    ...viewer,
    holdings: viewer.holdings.filter(
      ({ role }) => role === 'COMMAND_LINE' || (role === auditor) === ofAuditors,
    ),
  };

/** Whether the viewer manages the accounts of a division: those of its auditors, or all others. */
export const managesIn = (viewer: Viewer | null, divisionCode: string | null, ofAuditors = false): boolean =>
  holdsIn(asManager(viewer, ofAuditors), 'user.write', divisionCode);

/** A user may grant only what they hold there themselves, and a county desk what is apart from its own work. */
export function coversRole(viewer: Viewer | null, { role, divisionCode }: Granted): boolean {
  const manager = asManager(viewer, role === auditor);
  const asDesk = asCountyDesk(manager);
  return (rightsOfRole[role as RoleKey] ?? []).every(
    (right) =>
      holdsIn(manager, right, divisionCode) ||
      (givenByDesk.has(right) && holdsIn(asDesk, 'user.write', divisionCode)),
  );
}

const asCountyDesk = (viewer: Viewer | null): Viewer | null =>
  viewer && { ...viewer, holdings: viewer.holdings.filter(({ role }) => role === 'COUNTY_DESK') };

/**
 * The first auditor of a division may be named by anyone with an auditor's rights there; later ones by auditors only.
 */
export const mayNameFirstAuditor = (viewer: Viewer | null, { role, divisionCode }: Granted): boolean =>
  role === auditor &&
  rightsOfRole[auditor].every((right) => holdsIn(asManager(viewer, false), right, divisionCode));

/** An auditor, who watches all other roles, holds none of them. */
export const excludeEachOther = (one: Granted, other: Granted): boolean =>
  (one.role === auditor) !== (other.role === auditor);

/**
 * Whether the viewer may act on an account: only if it holds nothing beyond the viewer's own rights, since resetting
 * its password gives access to all of them.
 */
export const mayManage = (viewer: Viewer | null, home: string | null, grants: readonly Granted[]): boolean =>
  managesIn(viewer, home, isAuditor(grants)) && grants.every((grant) => coversRole(viewer, grant));
