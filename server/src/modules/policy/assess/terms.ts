import type { PolicyAccumulation, PolicyBase, PolicyMode } from '#schema/codes/money/policy.codes.ts';

/** A band of the base: `from` is in it, `to` is not; null is no end. Amounts are in fen. */
export interface Band {
  readonly from: bigint;
  readonly to: bigint | null;
  /** In hundredths of a per cent; null where the policy pays flat amounts. */
  readonly rateBps: number | null;
  /** Null where the policy pays by rates. */
  readonly amount: bigint | null;
}

/** What a policy says about amounts, with the threshold of one category; all in fen. Null is no limit. */
export interface PolicyTerms {
  readonly mode: PolicyMode;
  readonly base: PolicyBase;
  readonly threshold: bigint;
  /** What is added up before threshold and bands are applied. */
  readonly accumulation: PolicyAccumulation;
  readonly bands: readonly Band[];
  readonly capPerClaim: bigint | null;
  readonly capPersonYear: bigint | null;
  readonly capHouseholdYear: bigint | null;
  /** A household is paid once in a year, and nothing more. */
  readonly oncePerYear: boolean;
}

/** Money of a year that one household claims, in fen. */
export interface YearClaim {
  readonly personId: string;
  /** What the claim counts: own cost or compliant own cost, as the policy says. */
  readonly own: bigint;
  /** What the deductions of the policy take off; never more than `own` in effect. */
  readonly deducted: bigint;
  /** Paid as it was decided, and not worked out again. */
  readonly decided?: bigint;
}
