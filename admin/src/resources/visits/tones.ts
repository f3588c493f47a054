import type { Tone } from '../../shared/display/StatusChip.tsx';

export const visitTone: Readonly<Record<string, Tone>> = { VALID: 'good', WITHDRAWN: 'off' };

export const answerTone: Readonly<Record<string, Tone>> = { OK: 'good', CONCERN: 'waiting', FAILED: 'bad' };

export const problemTone: Readonly<Record<string, Tone>> = {
  OPEN: 'bad',
  IN_HAND: 'waiting',
  SOLVED: 'good',
  UNSOLVABLE: 'off',
};
