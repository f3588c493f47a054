import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

/** HTTP status of what is refused because of who asks, and how, whatever is asked for: for routes beside GraphQL. */
export const accountStatus: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  PASSWORD_CHANGE_REQUIRED: 403,
  SECOND_FACTOR_REQUIRED: 403,
  STEP_UP_REQUIRED: 403,
  TOKEN_NOT_ALLOWED: 403,
};
