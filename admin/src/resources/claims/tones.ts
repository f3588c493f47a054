import type { Tone } from '../../shared/display/StatusChip.tsx';

export const claimTone: Readonly<Record<string, Tone>> = {
  DRAFT: 'neutral',
  SUBMITTED: 'waiting',
  RETURNED: 'bad',
  CHECKED: 'waiting',
  WITH_INSURER: 'waiting',
  ASSESSED: 'waiting',
  APPROVED: 'good',
  REJECTED: 'off',
  APPEALED: 'waiting',
  WITHDRAWN: 'off',
  REVERSED: 'off',
};
