import { expect, test } from 'vitest';
import { AppError } from '#platform/core/errors.ts';
import { residentIdCheckCharacter } from '#schema/person/resident-id.ts';
import { type Claim, checkRelation, identityOf, relationsUnder } from './member.rules.ts';

const today = '2026-11-10';
const first17 = '13049919850203001';
const man = first17 + residentIdCheckCharacter(first17);
const claim = (more: Partial<Claim> = {}): Claim => ({
  documentKind: 'RESIDENT_ID',
  number: man,
  sex: null,
  birthOn: null,
  ...more,
});

function faultsOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.fields;
  }
  return null;
}

test('an identity number contains sex and birth date', () => {
  expect(identityOf(claim(), today)).toMatchObject({ sex: 'MALE', birthOn: '1985-02-03', personNumber: man });
});

test('a disability certificate contains an identity number', () => {
  const certificate = claim({ documentKind: 'DISABILITY_CERTIFICATE', number: `${man}43` });
  expect(identityOf(certificate, today)).toMatchObject({
    number: `${man}43`,
    personNumber: man,
    sex: 'MALE',
  });
});

test('a newborn needs no document, only a birth date', () => {
  const newborn = claim({ documentKind: 'NONE_YET', number: null, birthOn: '2026-11-01', sex: 'FEMALE' });
  expect(identityOf(newborn, today)).toMatchObject({ number: null, sex: 'FEMALE', birthOn: '2026-11-01' });
});

test.each([
  [{ number: null }, 'residentId', 'REQUIRED_MISSING'],
  [{ number: '130499198502030' }, 'residentId', 'ID_LENGTH'],
  [{ sex: 'FEMALE' }, 'sex', 'ID_SEX_MISMATCH'],
  [{ birthOn: '1985-02-04' }, 'birthOn', 'ID_BIRTH_MISMATCH'],
  [{ documentKind: 'DISABILITY_CERTIFICATE' }, 'residentId', 'DISABILITY_CERTIFICATE_INVALID'],
  [{ documentKind: 'NONE_YET' }, 'residentId', 'NUMBER_WITHOUT_DOCUMENT'],
  [{ documentKind: 'PASSPORT', number: 'E1' }, 'birthOn', 'REQUIRED_MISSING'],
  [{ documentKind: 'NONE_YET', number: null, birthOn: '2026-11-11' }, 'birthOn', 'DATE_IN_FUTURE'],
] as const)('%j is refused at %s', (more, field, code) => {
  expect(faultsOf(() => identityOf(claim(more), today))).toEqual({ [`input.${field}`]: code });
});

test('a household has one head and one spouse of the head', () => {
  const others = [{ relation: 'HEAD' }, { relation: 'SPOUSE' }];
  expect(faultsOf(() => checkRelation(others, 'SON'))).toBeNull();
  expect(faultsOf(() => checkRelation(others, 'HEAD'))).toEqual({ 'input.relation': 'HEAD_EXISTS' });
  expect(faultsOf(() => checkRelation(others, 'SPOUSE'))).toEqual({ 'input.relation': 'TWO_SPOUSES' });
});

test('a spouse who becomes the head makes the former head the spouse', () => {
  const head = { id: 'a', relation: 'HEAD' };
  const spouse = { id: 'b', relation: 'SPOUSE' };
  const son = { id: 'c', relation: 'SON' };
  const present = [head, spouse, son];
  expect([...relationsUnder(spouse, present, new Map())]).toEqual([
    ['a', 'SPOUSE'],
    ['b', 'HEAD'],
  ]);
  expect([
    ...relationsUnder(
      son,
      present,
      new Map([
        ['a', 'FATHER'],
        ['b', 'MOTHER'],
      ] as const),
    ),
  ]).toEqual([
    ['a', 'FATHER'],
    ['b', 'MOTHER'],
    ['c', 'HEAD'],
  ]);
  const twice = new Map([['a', 'SPOUSE']] as const);
  expect(faultsOf(() => relationsUnder(son, present, twice))).toEqual({ 'input.relations': 'TWO_SPOUSES' });
});
