import type { AssessmentLine } from '#schema/codes/money/assessment-line.ts';
import { exactly, exactYuan, notBelowZero, partsOfFen, roundHalfUp, yuanOfFen } from './exact.ts';
import { payoutOf } from './payout.rules.ts';
import type { PolicyTerms, YearClaim } from './terms.ts';

export interface Assessment {
  /** In fen. */
  readonly paid: bigint;
  /** How it came about, line by line; empty for a claim that stands as it was decided. */
  readonly lines: readonly AssessmentLine[];
}

/** A claim with the terms it is judged by: the version of the policy, and the threshold of the category, of its day. */
export interface JudgedClaim extends YearClaim {
  readonly terms: PolicyTerms;
}

/** What the claims of one household in one year are paid, in the order in which they came, and why. */
export const assess = (terms: PolicyTerms, claims: readonly YearClaim[]): Assessment[] =>
  assessYear(claims.map((claim) => ({ ...claim, terms })));

/** The same where the terms changed in the year. */
export function assessYear(claims: readonly JudgedClaim[]): Assessment[] {
  const year: Used[] = [];
  return claims.map((claim) => {
    const result = claim.decided === undefined ? judged(claim, year) : { paid: claim.decided, lines: [] };
    year.push({ personId: claim.personId, counted: netOf(claim), paid: result.paid });
    return result;
  });
}

export interface Reversal {
  readonly before: readonly bigint[];
  /** What is due with the claim taken back; zero at its place. */
  readonly paid: readonly bigint[];
  /** Difference of the sums; below zero it is to be recovered. */
  readonly adjustment: bigint;
}

/** The year without one of its claims, as if it had never been: those after it are worked out again. */
export function reverseClaim(claims: readonly JudgedClaim[], at: number): Reversal {
  const before = assessYear(claims).map(({ paid }) => paid);
  const rest = assessYear(claims.filter((_, index) => index !== at)).map(({ paid }) => paid);
  const paid = rest.toSpliced(at, 0, 0n);
  return { before, paid, adjustment: sum(paid) - sum(before) };
}

/** A claim of the year that came before. */
interface Used {
  readonly personId: string;
  readonly counted: bigint;
  readonly paid: bigint;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const sumOfPaid = (used: readonly Used[]): bigint => sum(used.map(({ paid }) => paid));
const netOf = ({ own, deducted }: YearClaim): bigint => notBelowZero(own - deducted);

function judged(claim: JudgedClaim, year: readonly Used[]): Assessment {
  const { terms, personId, own, deducted } = claim;
  const ofPerson = year.filter((used) => used.personId === personId);
  const net = netOf(claim);
  const lines: AssessmentLine[] = [{ step: 'OWN', amount: yuanOfFen(own) }];
  if (deducted > 0n) lines.push({ step: 'DEDUCTION', of: yuanOfFen(deducted), amount: yuanOfFen(net) });

  const alreadyPaid = sumOfPaid(year);
  if (terms.oncePerYear && alreadyPaid > 0n) {
    lines.push({ step: 'PAID_ONCE', of: yuanOfFen(alreadyPaid), amount: '0.00' });
    return { paid: 0n, lines: [...lines, { step: 'PAID', amount: '0.00' }] };
  }

  const running =
    terms.accumulation === 'CLAIM' ? [] : terms.accumulation === 'PERSON_YEAR' ? ofPerson : year;
  const earlier = sum(running.map(({ counted }) => counted));
  if (running.length > 0)
    lines.push({ step: 'YEAR_SUM', of: yuanOfFen(earlier), amount: yuanOfFen(earlier + net) });
  const payout = payoutOf(terms, earlier + net);
  lines.push(...payout.lines);
  const paidBefore = sumOfPaid(running);
  // A sum that gives less than was paid takes nothing back here: what is too much is set off against later claims.
  const due = notBelowZero(payout.parts - exactly(paidBefore));
  if (paidBefore > 0n) lines.push({ step: 'PAID_BEFORE', of: yuanOfFen(paidBefore), amount: exactYuan(due) });

  const { parts, lines: capLines } = withinCaps(terms, due, sumOfPaid(ofPerson), alreadyPaid);
  const paid = roundHalfUp(parts);
  const rounding: AssessmentLine[] =
    parts % partsOfFen === 0n ? [] : [{ step: 'ROUNDING', of: exactYuan(parts), amount: yuanOfFen(paid) }];
  return { paid, lines: [...lines, ...capLines, ...rounding, { step: 'PAID', amount: yuanOfFen(paid) }] };
}

function withinCaps(terms: PolicyTerms, due: bigint, usedByPerson: bigint, usedByAll: bigint) {
  const caps = [
    { step: 'CAP_CLAIM', cap: terms.capPerClaim, used: 0n },
    { step: 'CAP_PERSON_YEAR', cap: terms.capPersonYear, used: usedByPerson },
    { step: 'CAP_HOUSEHOLD_YEAR', cap: terms.capHouseholdYear, used: usedByAll },
  ] as const;
  const lines: AssessmentLine[] = [];
  let parts = due;
  for (const { step, cap, used } of caps) {
    if (cap === null) continue;
    const room = notBelowZero(cap - used);
    lines.push({ step, of: yuanOfFen(cap), used: yuanOfFen(used), amount: yuanOfFen(room) });
    if (parts > exactly(room)) parts = exactly(room);
  }
  return { parts, lines };
}
