import type { AppError } from '#platform/core/errors.ts';
import { refuse } from '#platform/core/errors.ts';
import { checkerRefusal } from '#platform/write/money/maker-checker.rules.ts';
import type { Right } from '#schema/codes/rights.ts';
import type { paymentBatch } from '#schema/payment/payment.table.ts';

type BatchRow = typeof paymentBatch.$inferSelect;

type Person = 'madeBy' | 'checkedBy' | 'approvedBy' | 'sentBy';

interface StepRule {
  readonly right: Right;
  readonly from: string;
  readonly to: string;
  /** Who stood at the steps before, and may not take this one too. */
  readonly others: readonly Person[];
}

/** The way of a batch. Each step is taken by another person, whatever rights one holds. */
export const stepRules = {
  check: { right: 'payment.check', from: 'DRAFT', to: 'CHECKED', others: ['madeBy'] },
  approve: { right: 'payment.approve', from: 'CHECKED', to: 'APPROVED', others: ['madeBy', 'checkedBy'] },
  send: {
    right: 'payment.send',
    from: 'APPROVED',
    to: 'SENT',
    others: ['madeBy', 'checkedBy', 'approvedBy'],
  },
  acknowledge: { right: 'payment.approve', from: 'SENT', to: 'RECONCILED', others: ['sentBy'] },
} satisfies Record<string, StepRule>;

export type StepName = keyof typeof stepRules;

/** Why a person may not take a step of a batch, or null. */
export function stepRefusal(batch: BatchRow, step: StepName, userId: string): AppError | null {
  const { from, others }: StepRule = stepRules[step];
  if (batch.status !== from) return refuse('BATCH_STATUS', { 'input.id': 'BATCH_STATUS' });
  for (const person of others) {
    const refusal = checkerRefusal(batch[person], userId, 'input.id');
    if (refusal) return refusal;
  }
  return null;
}
