import { Authorized, Extensions } from 'type-graphql';
import type { Right } from '#schema/codes/rights.ts';

/** `public`: before signing in. `signedIn`: any person or token, whatever they hold. */
export type Permission = Right | 'public' | 'signedIn';

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
