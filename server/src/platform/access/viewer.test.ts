import { expect, it } from 'vitest';
import type { Right } from '#schema/codes/rights.ts';
import { type Holding, hasRight, reaches, reachOf, type Viewer } from './viewer.ts';

const holding = (divisionCode: string, rights: Right[], pairedOnly = false): Holding => ({
  role: 'COUNTY_DESK',
  divisionCode,
  rights: new Set(rights),
  pairedOnly,
});
const viewer = (...holdings: Holding[]): Viewer => ({
  userId: 'u',
  username: 'u',
  displayName: 'U',
  sessionId: null,
  tokenId: null,
  holdings,
  cadres: [
    { countyCode: '130434', id: 'here' },
    { countyCode: '130529', id: 'there' },
  ],
});

it('reaches nothing without a holding, a viewer or the right', () => {
  expect(reachOf(null, 'household.read')).toEqual({ prefixes: [], cadres: [] });
  expect(reachOf(viewer(), 'household.read')).toEqual({ prefixes: [], cadres: [] });
  expect(reachOf(viewer(holding('130434', ['visit.read'])), 'household.read').prefixes).toEqual([]);
  expect(hasRight(null, 'household.read')).toBe(false);
});

it('keeps only the outermost divisions', () => {
  const held = viewer(
    holding('130434205', ['household.read']),
    holding('130434', ['household.read']),
    holding('130529100', ['household.read']),
  );
  expect(reachOf(held, 'household.read').prefixes).toEqual(['130434', '130529100']);
});

it('gives a helper their own cadre records within the grant, and no division', () => {
  const held = viewer(holding('130434', ['household.read'], true));
  expect(reachOf(held, 'household.read')).toEqual({
    prefixes: [],
    cadres: [{ countyCode: '130434', id: 'here' }],
  });
});

it('tells a right at one place from the same right at another', () => {
  const reach = reachOf(viewer(holding('130434205', ['pairing.write'])), 'pairing.write');
  expect(reaches(reach, '130434205213')).toBe(true);
  expect(reaches(reach, '130434206213')).toBe(false);
  expect(reaches(reach, '130434')).toBe(false);
});
