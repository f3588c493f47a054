import { Authorized, Extensions } from 'type-graphql';
import { AppError } from '#platform/core/errors.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { Right } from '#schema/codes/rights.ts';
import { hasRight, type Viewer } from './viewer.ts';

/**
 * `public`: before signing in. `signedIn`: any person or token, whatever they hold. `ownAccount`: the same, and the
 * only thing for who must first do something about the account; see `Viewer.restriction`.
 */
export type Permission = Right | 'public' | 'signedIn' | 'ownAccount';

const noRights: ReadonlySet<string> = new Set<Permission>(['public', 'signedIn', 'ownAccount']);

export const isRight = (permission: Permission | undefined): permission is Right =>
  permission !== undefined && !noRights.has(permission);

/**
 * Names the one right of a query or mutation: checked before it runs, and readable from the schema, so that a test
 * can find a root field that has none.
 */
export const Allow =
  (permission: Permission) =>
  (target: object, name: string, descriptor: PropertyDescriptor): void => {
    Authorized(permission)(target, name, descriptor);
    Extensions({ permission })(target, name, descriptor);
  };

/** Refused for want of a right, which the answer names in `extensions.right`. */
export const forbidden = (right: Right, path?: string): AppError =>
  new AppError('FORBIDDEN', path ? { [path]: 'FORBIDDEN' } : {}, { right });

/** Refuses a viewer with a restriction. */
export function requireUnrestricted(viewer: Viewer | null): void {
  if (viewer?.restriction) throw new AppError(viewer.restriction);
}

/** Refuses a viewer who lacks one of the rights. */
export function requireRights(viewer: Viewer | null, rights: readonly Right[], path?: string): void {
  if (rights.length > 0) requireUnrestricted(viewer);
  const missing = rights.find((right) => !hasRight(viewer, right));
  if (missing) throw forbidden(missing, path);
}

/** Why the viewer may not use a root field, or null. A field without a permission is closed to everyone. */
export function permissionRefusal(
  viewer: Viewer | null,
  permission: Permission | undefined,
): ErrorCode | null {
  if (permission === 'public') return null;
  if (!viewer) return 'UNAUTHENTICATED';
  if (permission === 'ownAccount') return null;
  if (viewer.restriction) return viewer.restriction;
  if (permission === 'signedIn') return null;
  return permission && hasRight(viewer, permission) ? null : 'FORBIDDEN';
}
