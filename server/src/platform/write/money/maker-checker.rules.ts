import { type AppError, refuse } from '#platform/core/errors.ts';

/**
 * Maker and checker of one document are never the same person, whichever of that person's sessions and tokens is used.
 * Null where they differ; nobody is known to have made what the system itself made.
 */
export const checkerRefusal = (makerId: string | null, checkerId: string, path: string): AppError | null =>
  makerId === checkerId ? refuse('MAKER_IS_CHECKER', { [path]: 'MAKER_IS_CHECKER' }) : null;
