import type { WorkContext } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { checkerRefusal } from './maker-checker.rules.ts';

/** Who acts, and when, as records that are signed keep it. */
export function signedBy({ viewer, clock }: WorkContext): { readonly by: string; readonly at: string } {
  if (!viewer) throw new AppError('UNAUTHENTICATED');
  return { by: viewer.userId, at: clock.now().toISOString() };
}

/** Refuses whoever made what they check; see `checkerRefusal`. */
export function requireOther(work: WorkContext, makerId: string | null, path: string): void {
  const refusal = checkerRefusal(makerId, signedBy(work).by, path);
  if (refusal) throw refusal;
}
