import type { Tone } from '../../shared/display/StatusChip.tsx';

export const batchTone: Readonly<Record<string, Tone>> = {
  DRAFT: 'off',
  CHECKED: 'waiting',
  APPROVED: 'waiting',
  SENT: 'waiting',
  RECONCILED: 'good',
};

export const paymentTone: Readonly<Record<string, Tone>> = {
  PLANNED: 'off',
  SENT: 'waiting',
  PAID: 'good',
  FAILED: 'bad',
  RETURNED: 'bad',
  STOPPED: 'off',
};
