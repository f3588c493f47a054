import { describe, expect, test } from 'vitest';
import { dayOf } from '#platform/core/clock.ts';
import { isUuidV7 } from '#platform/core/ids.ts';
import { ageOn, checkResidentId } from '#schema/person/resident-id.ts';
import { type DemoCounty, makeCounty } from './demo.county.ts';

const places = {
  townships: ['130434100', '130434101'].map((code) => ({ code, shortName: `演${code.slice(-1)}镇` })),
  villages: ['130434100', '130434101'].flatMap((township) =>
    ['201', '202', '203', '204', '205'].map((code) => ({ code: township + code, shortName: `村${code}` })),
  ),
};

function countyOn(now: string, seed = 'test'): DemoCounty {
  return makeCounty(seed, places, { countyCode: '130434', today: dayOf(new Date(now)), now });
}

const now = '2026-11-10T04:00:00.000Z';

test('the same seed and day give the same county, another seed gives another', () => {
  const county = countyOn(now);
  expect(countyOn(now)).toEqual(county);
  expect(countyOn(now, 'other').households).not.toEqual(county.households);
});

// An ordinary day, the first and the last of a quarter, one that few years have, and just after midnight.
describe.each([
  now,
  '2026-10-01T02:00:00.000Z',
  '2026-12-31T15:59:00.000Z',
  '2028-02-29T06:00:00.000Z',
  '2026-06-30T16:30:00.000Z',
])('at %s', (moment) => {
  const today = dayOf(new Date(moment));
  const county = countyOn(moment);
  const members = county.households.flatMap((household) => household.members);
  const pairings = new Map(county.pairings.map((pairing) => [pairing.id, pairing]));

  test('every person has a valid identity number that belongs to nobody, and a phone of their own', () => {
    for (const { residentId, sex, birthOn, age } of members) {
      expect(checkResidentId(residentId, today)).toEqual({
        ok: true,
        id: residentId,
        sex,
        birthDate: birthOn,
      });
      expect(residentId).toMatch(/^130499/);
      expect(ageOn(birthOn ?? '', today)).toBe(age);
    }
    expect(new Set(members.map(({ residentId }) => residentId)).size).toBe(members.length);
    const phones = [...members, ...county.cadres].flatMap(({ phone }) => phone ?? []);
    expect(phones.filter((phone) => !/^138000\d{5}$/.test(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  test('each family has one head, at most one spouse, and schooling or a school for everybody', () => {
    for (const { members: family } of county.households) {
      expect(family.filter(({ relation }) => relation === 'HEAD')).toHaveLength(1);
      const couple = family.filter(({ relation }) => relation === 'HEAD' || relation === 'SPOUSE');
      expect(couple.length).toBe(new Set(couple.map(({ sex }) => sex)).size);
      for (const { education, schoolStatus } of family)
        expect([education, schoolStatus].filter(Boolean)).toHaveLength(1);
    }
  });

  test('no household has two main helpers on one day, and none begins or ends after today', () => {
    const byHousehold = new Map<string, { startedOn: string; endedOn: string | null }[]>();
    for (const { householdId, role, startedOn, endedOn, endReason } of pairings.values()) {
      expect(startedOn <= (endedOn ?? today) && (endedOn ?? today) <= today).toBe(true);
      expect(endReason === null).toBe(endedOn === null);
      if (role === 'MAIN')
        byHousehold.set(householdId, [...(byHousehold.get(householdId) ?? []), { startedOn, endedOn }]);
    }
    for (const turns of byHousehold.values())
      turns.reduce((former, turn) => {
        expect(former.endedOn !== null && former.endedOn < turn.startedOn).toBe(true);
        return turn;
      });
  });

  test('each visit lies within its pairing and is recorded no earlier than made and no later than now', () => {
    for (const visit of county.visits) {
      const pairing = pairings.get(visit.pairingId);
      expect(pairing).toMatchObject({ householdId: visit.householdId, cadreId: visit.cadreId });
      expect(visit.visitedOn >= (pairing?.startedOn ?? '9')).toBe(true);
      expect(visit.visitedOn <= (pairing?.endedOn ?? today)).toBe(true);
      expect(visit.recordedOn >= visit.visitedOn && visit.recordedOn <= today).toBe(true);
      expect(visit.recordedAt <= moment).toBe(true);
      expect(isUuidV7(visit.id)).toBe(true);
    }
  });

  test('the steps of a problem lead to its status, in order', () => {
    for (const problem of county.problems) {
      const steps = county.steps.filter(({ problemId }) => problemId === problem.id);
      expect(steps.map(({ fromStatus }) => fromStatus)).toEqual([
        null,
        ...steps.slice(0, -1).map(({ toStatus }) => toStatus),
      ]);
      expect(steps.at(-1)).toMatchObject({ toStatus: problem.status });
      const days = steps.map(({ happenedOn }) => happenedOn);
      expect(days).toEqual([...days].sort());
      expect((days.at(-1) ?? '') <= today).toBe(true);
      expect(problem.closedOn).toBe(/SOLV/.test(problem.status) ? days.at(-1) : null);
    }
  });

  test('days of categories and risks follow each other and are not in the future', () => {
    for (const { spans, risks, category } of county.households) {
      expect(spans.at(-1)).toMatchObject({ category, toOn: null });
      for (const { fromOn, toOn } of spans) expect(fromOn <= (toOn ?? today)).toBe(true);
      for (const { status, identifiedOn, eliminatedOn } of risks) {
        expect(status === 'OPEN').toBe(eliminatedOn === null);
        expect(identifiedOn <= (eliminatedOn ?? today) && (eliminatedOn ?? today) <= today).toBe(true);
      }
      expect(new Set(risks.map(({ kind }) => kind)).size).toBe(risks.length);
    }
  });
});
