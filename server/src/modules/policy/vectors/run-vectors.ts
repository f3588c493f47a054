import { yuanOf } from '#schema/scalars.ts';
import { assess, reverseClaim } from '../assess/assess.rules.ts';
import { faultsOfTerms, inOrder } from '../assess/terms.rules.ts';
import type { PolicyTerms } from '../assess/terms.ts';
import type { Expected, PolicyVectors, Vector } from './read-vectors.ts';

type Answer = string | readonly string[] | Readonly<Record<string, string | readonly string[]>> | null;

export interface Failure {
  readonly policy: string;
  /** Place of the vector; null where the policy itself is refused and should not be, or the other way round. */
  readonly index: number | null;
  readonly got: Answer;
  readonly want: Answer;
}

export interface VectorsReport {
  readonly policies: number;
  readonly vectors: number;
  readonly failed: readonly Failure[];
}

export const runVectors = (policies: readonly PolicyVectors[]): VectorsReport => ({
  policies: policies.length,
  vectors: policies.reduce((count, { vectors }) => count + vectors.length, 0),
  failed: policies.flatMap(failuresOf),
});

function failuresOf({ id, terms, refused, vectors }: PolicyVectors): Failure[] {
  const codes = refusalsOf(terms);
  if (refused !== null)
    return codes.includes(refused)
      ? []
      : [{ policy: id, index: null, got: codes.join(' ') || null, want: refused }];
  if (codes.length > 0) {
    // None of its vectors can be worked out, and none is passed over.
    const ofVectors = vectors.map((vector, index) => ({
      policy: id,
      index,
      got: codes.join(' '),
      want: shown(vector, vector.want),
    }));
    return [{ policy: id, index: null, got: codes.join(' '), want: null }, ...ofVectors];
  }
  const ordered = { ...terms, bands: inOrder(terms.bands) };
  return vectors.flatMap((vector, index) => {
    const failure = compare(vector, workedOut(ordered, vector));
    return failure ? [{ policy: id, index, ...failure }] : [];
  });
}

/** Codes by which a policy is refused when it is proposed, each once. */
const refusalsOf = (terms: PolicyTerms): string[] => [
  ...new Set(
    Object.values(
      faultsOfTerms({ ...terms, thresholds: [{ path: 'threshold', threshold: terms.threshold }] }),
    ),
  ),
];

type Outcome = { readonly [K in keyof Expected]-?: NonNullable<Expected[K]> };

function workedOut(terms: PolicyTerms, { claims, reverse }: Vector): Outcome {
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  if (reverse === null) {
    const paid = assess(terms, claims).map((result) => result.paid);
    return { paid, total: sum(paid), before: paid, adjustment: 0n };
  }
  const { paid, before, adjustment } = reverseClaim(
    claims.map((claim) => ({ ...claim, terms })),
    reverse,
  );
  return { paid, total: sum(paid), before, adjustment };
}

/** Null where all that the vector names comes out to the fen. */
function compare(vector: Vector, got: Outcome): { got: Answer; want: Answer } | null {
  const { want } = vector;
  const differing = (['paid', 'total', 'before', 'adjustment'] as const).filter(
    (name) => want[name] !== null && String(want[name]) !== String(got[name]),
  );
  if (differing.length === 0) return null;
  if (differing.includes('paid')) return { got: shown(vector, got), want: shown(vector, want) };
  const picked = (from: Expected): Answer =>
    Object.fromEntries(differing.map((name) => [name, yuan(from[name] ?? 0n)]));
  return { got: picked(got), want: picked(want) };
}

const shown = ({ isSingle }: Vector, { paid }: Expected): Answer =>
  isSingle ? yuanOf(paid[0] ?? 0n) : paid.map(yuanOf);

const yuan = (value: bigint | readonly bigint[]): string | readonly string[] =>
  typeof value === 'bigint' ? yuanOf(value) : value.map(yuanOf);
