import { Rule } from '../../checks.ts';

/** A hundred billion yuan: more is a slip of the keys, and sums stay far from the largest number kept. */
const mostFen = 10_000_000_000_000n;

/** An amount that is moved. */
export const Amount = () => Rule('OUT_OF_RANGE', (amount: bigint) => amount > 0n && amount <= mostFen);
export const amountRange = 'More than zero, at most 100,000,000,000.00.';
