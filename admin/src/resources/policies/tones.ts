import type { PolicyStatus } from '#schema/codes/money/policy.codes.ts';
import type { Tone } from '../../shared/display/StatusChip.tsx';

export const policyTone: Readonly<Record<PolicyStatus, Tone>> = {
  DRAFT: 'neutral',
  PROPOSED: 'waiting',
  REJECTED: 'off',
  APPROVED: 'good',
};
