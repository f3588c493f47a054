import type { Context } from '#platform/core/context.ts';
import { extensionPoint } from '#platform/module/extension-point.ts';

/** Finds those of some cadres who have an account; the others follow nothing. */
type SelectFollowers = (
  ctx: Context,
  countyCodes: readonly string[],
  cadreIds: readonly string[],
) => Promise<readonly string[]>;

export const followerPoint = extensionPoint<SelectFollowers>('cadres who follow the changes');
