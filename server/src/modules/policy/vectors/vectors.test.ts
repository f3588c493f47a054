import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readVectors } from './read-vectors.ts';
import { runVectors } from './run-vectors.ts';

const file = path.resolve(import.meta.dirname, '../../../../../tests/fixtures/relief/relief-vectors.json');
const text = readFileSync(file, 'utf8');

interface Raw {
  policies: {
    id: string;
    refused?: string;
    mode: string;
    caps: Record<string, string>;
    bands: Record<string, string | number | null>[];
    vectors?: { inputs: Record<string, unknown>; paid: unknown; adjustment?: string }[];
  }[];
}

/** The file with something changed in it. */
function changed(change: (file: Raw) => void): string {
  const raw = JSON.parse(text) as Raw;
  change(raw);
  return JSON.stringify(raw);
}
const policy = (raw: Raw, id: string) => raw.policies.find((one) => one.id === id) as Raw['policies'][number];
const run = (change: (file: Raw) => void) => runVectors(readVectors(changed(change)));

it('pays each vector to the fen and refuses what must be refused', () => {
  const report = runVectors(readVectors(text));
  expect(report.failed).toEqual([]);
  expect(report).toMatchObject({ policies: 18, vectors: 312 });
});

it('tells what differs, of one amount, of several and of an adjustment', () => {
  const { failed } = run((raw) => {
    const { vectors = [] } = policy(raw, 'S1-WHOLE-OWN');
    if (vectors[1]) vectors[1].paid = '10500.01';
    if (vectors[23]) vectors[23].paid = ['840.00', '1260.00', '3500.01'];
    if (vectors[24]) vectors[24].adjustment = '840.00';
  });
  expect(failed).toEqual([
    { policy: 'S1-WHOLE-OWN', index: 1, got: '10500.00', want: '10500.01' },
    {
      policy: 'S1-WHOLE-OWN',
      index: 23,
      got: ['840.00', '1260.00', '3500.00'],
      want: ['840.00', '1260.00', '3500.01'],
    },
    { policy: 'S1-WHOLE-OWN', index: 24, got: { adjustment: '-840.00' }, want: { adjustment: '840.00' } },
  ]);
});

it('fails a policy that is accepted and should not be, one refused by another code, and one refused that should not be', () => {
  const { failed, vectors } = run((raw) => {
    const [band] = policy(raw, 'GAP').bands;
    if (band) band.to = '25000.00';
    policy(raw, 'OVERLAP').refused = 'POLICY_GAP';
    const [first] = policy(raw, 'S6').bands;
    if (first) first.to = '19000.00';
  });
  expect(vectors).toBe(312);
  expect(failed).toContainEqual({ policy: 'GAP', index: null, got: null, want: 'POLICY_GAP' });
  expect(failed).toContainEqual({
    policy: 'OVERLAP',
    index: null,
    got: 'POLICY_OVERLAP',
    want: 'POLICY_GAP',
  });
  expect(failed).toContainEqual({ policy: 'S6', index: null, got: 'POLICY_GAP', want: null });
  expect(failed.filter((one) => one.policy === 'S6' && one.index !== null)).toHaveLength(11);
});

it.each<[string, (raw: Raw) => void, RegExp]>([
  [
    'an unknown mode',
    (raw) => void Object.assign(policy(raw, 'S6'), { mode: 'STEPS' }),
    /S6\.mode.*WHOLE, SLICES, FLAT/s,
  ],
  [
    'an unknown cap',
    (raw) => void Object.assign(policy(raw, 'S6'), { caps: { perMonth: '1.00' } }),
    /S6\.caps\.perMonth/,
  ],
  [
    'a rate with three decimals',
    (raw) => void Object.assign(policy(raw, 'S5').bands[0] ?? {}, { ratePercent: '50.125' }),
    /S5\.bands\[0\]\.ratePercent/,
  ],
  [
    'an amount that is a number',
    (raw) => void Object.assign(policy(raw, 'S5').vectors?.[3]?.inputs ?? {}, { own: 30000 }),
    /S5\.vectors\[3\]\.inputs\.own/,
  ],
  [
    'an unknown input',
    (raw) => void Object.assign(policy(raw, 'S5').vectors?.[3]?.inputs ?? {}, { income: '1.00' }),
    /S5\.vectors\[3\]\.inputs\.income/,
  ],
  [
    'a claim to take back that is not there',
    (raw) => void Object.assign(policy(raw, 'S5').vectors?.[19]?.inputs ?? {}, { reverse: 3 }),
    /S5\.vectors\[19\]\.inputs\.reverse/,
  ],
  [
    'fewer amounts than claims',
    (raw) => void Object.assign(policy(raw, 'S5').vectors?.[18] ?? {}, { paid: ['0.00'] }),
    /S5\.vectors\[18\]\.paid/,
  ],
])('says where %s stands', (_what, change, words) => {
  expect(() => run(change)).toThrow(words);
});

it('refuses what is no JSON and what has no policies', () => {
  expect(() => readVectors('{"policies": [')).toThrow(/JSON/);
  expect(() => readVectors('[]')).toThrow(/policies/);
});

it('takes optional parts as absent, and amounts without decimals', () => {
  const small = {
    policies: [
      {
        id: 'SMALL',
        mode: 'WHOLE',
        base: 'OWN',
        bands: [{ from: '0', to: null, ratePercent: '12.35' }],
        vectors: [{ inputs: { own: '100' }, paid: '12.35' }],
      },
    ],
  };
  expect(runVectors(readVectors(JSON.stringify(small)))).toEqual({ policies: 1, vectors: 1, failed: [] });
});
