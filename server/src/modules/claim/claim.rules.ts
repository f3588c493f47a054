import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { ClaimStatus } from '#schema/codes/money/claim.codes.ts';

/** Where a claim may go from each status. */
const ways: Readonly<Record<ClaimStatus, readonly ClaimStatus[]>> = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN'],
  SUBMITTED: ['CHECKED', 'RETURNED', 'WITHDRAWN'],
  RETURNED: ['SUBMITTED', 'WITHDRAWN'],
  CHECKED: ['WITH_INSURER'],
  WITH_INSURER: ['ASSESSED'],
  ASSESSED: ['APPROVED', 'REJECTED', 'RETURNED'],
  APPROVED: ['APPEALED', 'REVERSED'],
  REJECTED: ['APPEALED'],
  APPEALED: ['APPROVED', 'REJECTED'],
  WITHDRAWN: [],
  REVERSED: [],
};

/** Where its content may be changed, or its residue be explained, and it stays where it is. */
const stays: ReadonlySet<string> = new Set<ClaimStatus>([
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ASSESSED',
  'APPEALED',
]);

/** Why a claim cannot go from one status to another, or be changed where it is (`to` absent), or null. */
export function stepRefusal(from: string, to: ClaimStatus | undefined): ErrorCode | null {
  const isAllowed = to === undefined ? stays.has(from) : ways[from as ClaimStatus].includes(to);
  return isAllowed ? null : 'CLAIM_STEP_INVALID';
}

/** Who acts on a claim; nobody acts on two sides of one claim, whatever roles they hold. */
type Side = 'MAKER' | 'CHECKER' | 'INSURER' | 'DECIDER';

/** The side on which a claim is while it has a status: whoever takes a step from there acts on that side. */
const sides: Readonly<Partial<Record<ClaimStatus, Side>>> = {
  DRAFT: 'MAKER',
  SUBMITTED: 'CHECKER',
  RETURNED: 'MAKER',
  WITH_INSURER: 'INSURER',
  ASSESSED: 'DECIDER',
  APPEALED: 'DECIDER',
};

interface Step {
  readonly fromStatus: string | null;
  readonly toStatus: string;
  readonly recordedBy: string | null;
}

/** Made and taken back, and appealed against, it is by those who ask; else the status before tells. */
function sideOf({ fromStatus, toStatus }: Pick<Step, 'fromStatus' | 'toStatus'>): Side | undefined {
  if (fromStatus === null || toStatus === 'WITHDRAWN' || toStatus === 'APPEALED') return 'MAKER';
  return sides[fromStatus as ClaimStatus];
}

/** Who has acted on another side of a claim than that of a step that is about to be taken. */
export function othersBefore(
  step: { readonly fromStatus: string | null; readonly toStatus: string },
  before: readonly Step[],
): string[] {
  const side = sideOf(step);
  if (side === undefined) return [];
  const others = before.filter((one) => (sideOf(one) ?? side) !== side);
  return [...new Set(others.flatMap(({ recordedBy }) => recordedBy ?? []))];
}

interface Costs {
  readonly expenses: readonly { readonly amount: bigint }[];
  readonly layers: readonly { readonly layer: string; readonly amount: bigint }[];
}

const sumOf = (rows: readonly { readonly amount: bigint }[]): bigint =>
  rows.reduce((sum, { amount }) => sum + amount, 0n);

/** Sums of what a claim states. The residue is told and never put right: nobody knows which of them is wrong. */
export function amountsOf({ expenses, layers }: Costs) {
  const total = sumOf(expenses);
  const own = sumOf(layers.filter(({ layer }) => layer === 'OWN'));
  return { total, own, residue: total - sumOf(layers) };
}

/** Layers of a fund are rounded by themselves: one fen is none. */
export const needsReason = (residue: bigint): boolean => residue > 1n || residue < -1n;

/** Half up to the fen. */
export const perHead = (income: bigint, heads: number): bigint =>
  (2n * income + BigInt(heads)) / (2n * BigInt(heads));
