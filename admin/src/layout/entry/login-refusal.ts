import { errorCode } from '../../api/errors.ts';

export interface Refusal {
  message: string;
  hint?: string;
}

export const refusalOf = (error: unknown): Refusal => ({
  message: (error instanceof Error && error.message) || 'bangfu.login.failed',
  hint: errorCode(error) === 'LOCKED_OUT' ? 'resources.session.lockedHint' : undefined,
});
