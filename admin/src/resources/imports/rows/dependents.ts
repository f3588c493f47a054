import { HttpError } from 'react-admin';
import { errorBody } from '../../../api/errors.ts';

type Translate = (key: string, options: Record<string, unknown>) => string;

/** The refusal to roll back tells how many later records depend on the batch. */
export const withCountOfDependents =
  (translate: Translate) =>
  (error: unknown): never => {
    const body = errorBody(error);
    const count = body?.details?.builtUpon;
    if (body?.code !== 'BUILT_UPON' || typeof count !== 'number' || !(error instanceof HttpError))
      throw error;
    const options = { smart_count: count, refusal: error.message };
    throw new HttpError(translate('resources.imports.builtUpon', options), error.status, body);
  };
