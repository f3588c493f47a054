import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

/** HTTP status of refusals that depend on the caller and not on the request; for routes outside GraphQL. */
export const accountStatus: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  PASSWORD_CHANGE_REQUIRED: 403,
  SECOND_FACTOR_REQUIRED: 403,
  STEP_UP_REQUIRED: 403,
  TOKEN_NOT_ALLOWED: 403,
};
