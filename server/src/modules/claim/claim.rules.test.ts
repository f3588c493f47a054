import { expect, it } from 'vitest';
import { ClaimStatus } from '#schema/codes/money/claim.codes.ts';
import { amountsOf, needsReason, othersBefore, perHead, stepRefusal } from './claim.rules.ts';

it('goes one way at a time, and nowhere from its end', () => {
  expect(stepRefusal('DRAFT', 'SUBMITTED')).toBeNull();
  expect(stepRefusal('DRAFT', 'CHECKED')).toBe('CLAIM_STEP_INVALID');
  expect(stepRefusal('SUBMITTED', 'SUBMITTED')).toBe('CLAIM_STEP_INVALID');
  expect(stepRefusal('APPROVED', undefined)).toBe('CLAIM_STEP_INVALID');
  for (const to of ClaimStatus.keys)
    for (const from of ['WITHDRAWN', 'REVERSED']) expect(stepRefusal(from, to)).toBe('CLAIM_STEP_INVALID');
});

const way = [
  { fromStatus: null, toStatus: 'DRAFT', recordedBy: 'maker' },
  { fromStatus: 'DRAFT', toStatus: 'DRAFT', recordedBy: 'editor' },
  { fromStatus: 'DRAFT', toStatus: 'SUBMITTED', recordedBy: 'maker' },
  { fromStatus: 'SUBMITTED', toStatus: 'CHECKED', recordedBy: 'checker' },
  { fromStatus: 'CHECKED', toStatus: 'WITH_INSURER', recordedBy: 'desk' },
  { fromStatus: 'WITH_INSURER', toStatus: 'ASSESSED', recordedBy: 'assessor' },
];

it('names who acted on another side, the one who only edited too, and not who sent it on', () => {
  const check = { fromStatus: 'SUBMITTED', toStatus: 'CHECKED' };
  expect(othersBefore(check, way.slice(0, 3))).toEqual(['maker', 'editor']);
  const decide = { fromStatus: 'ASSESSED', toStatus: 'APPROVED' };
  expect(othersBefore(decide, way)).toEqual(['maker', 'editor', 'checker', 'assessor']);
  const again = { fromStatus: 'RETURNED', toStatus: 'SUBMITTED' };
  expect(othersBefore(again, way.slice(0, 3))).toEqual([]);
  // Nobody is known to have made what the system made.
  expect(othersBefore(check, [{ fromStatus: null, toStatus: 'DRAFT', recordedBy: null }])).toEqual([]);
});

it('tells the residue to the fen, and lets one fen pass', () => {
  const expenses = [{ amount: 178_695n }];
  // A bill of Shandong: 1,786.95 = 1,313.04 + 292.54 + 18.14 + 155.07 + 8.16.
  const layers = [
    { layer: 'BASIC', amount: 131_304n },
    { layer: 'MEDICAL_AID', amount: 29_254n },
    { layer: 'HOSPITAL', amount: 1_814n },
    { layer: 'COMMERCIAL', amount: 15_507n },
    { layer: 'OWN', amount: 816n },
  ];
  expect(amountsOf({ expenses, layers })).toEqual({ total: 178_695n, own: 816n, residue: 0n });
  expect(amountsOf({ expenses, layers: layers.slice(0, 4) })).toMatchObject({ own: 0n, residue: 816n });
  expect([-2n, -1n, 0n, 1n, 2n].filter(needsReason)).toEqual([-2n, 2n]);
});

it('divides income by heads, half up', () => {
  expect(perHead(1_800_000n, 4)).toBe(450_000n);
  expect(perHead(1n, 2)).toBe(1n);
  expect(perHead(100n, 3)).toBe(33n);
  expect(perHead(200n, 3)).toBe(67n);
  expect(perHead(0n, 9)).toBe(0n);
});
