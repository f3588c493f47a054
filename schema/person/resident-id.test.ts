import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageOn,
  checkDisabilityCertificate,
  checkResidentId,
  isMinor,
  residentIdCheckCharacter,
} from './resident-id.ts';

const today = '2026-09-30';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-09-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const residentId = fc
  .tuple(fc.constantFrom('130499', '110105', '820000', '659004'), day, fc.integer({ min: 0, max: 999 }))
  .map(([region, birthDate, serial]) => {
    const first17 = `${region}${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return { id: first17 + residentIdCheckCharacter(first17), birthDate, serial };
  });

describe('a resident id', () => {
  test('made by the standard is accepted and tells birth date and sex', () => {
    fc.assert(
      fc.property(residentId, ({ id, birthDate, serial }) => {
        const sex = serial % 2 === 1 ? 'MALE' : 'FEMALE';
        expect(checkResidentId(id, today)).toEqual({ ok: true, id, birthDate, sex });
      }),
    );
  });

  test('with any one digit changed is refused', () => {
    fc.assert(
      fc.property(residentId, fc.nat(17), fc.integer({ min: 1, max: 9 }), ({ id }, place, shift) => {
        const old = id.charAt(place);
        const digit = old === 'X' ? String(shift) : String((Number(old) + shift) % 10);
        const changed = id.slice(0, place) + digit + id.slice(place + 1);
        expect(checkResidentId(changed, today).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('with two neighbours swapped is refused', () => {
    fc.assert(
      fc.property(residentId, fc.nat(15), ({ id }, place) => {
        const [left = '', right = ''] = [id.charAt(place), id.charAt(place + 1)];
        fc.pre(left !== right);
        const swapped = id.slice(0, place) + right + left + id.slice(place + 2);
        expect(checkResidentId(swapped, today).ok).toBe(false);
      }),
    );
  });

  test('is understood with full-width digits, spaces, a small x and a leading apostrophe', () => {
    const expected = { ok: true, id: '11010519491231002X' };
    for (const text of ['11010519491231002x', ' 110105 19491231 002X ', "'11010519491231002X"]) {
      expect(checkResidentId(text, today)).toMatchObject(expected);
    }
    expect(checkResidentId('１１０１０５１９４９１２３１００２Ｘ', today)).toMatchObject(expected);
  });

  test('checks anything without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !checkResidentId(text, today).ok));
  });

  const checked = (first17: string) => first17 + residentIdCheckCharacter(first17);
  test.each([
    ['', 'ID_LENGTH'],
    ['130434800101123', 'ID_LENGTH'],
    ['13049919550702721', 'ID_LENGTH'],
    ['13049919550702721Y', 'ID_CHARACTERS'],
    ['1304991955X7027217', 'ID_CHARACTERS'],
    [checked('16049919550702721'), 'ID_REGION'],
    [checked('13049919550230721'), 'ID_DATE'],
    [checked('13049919551302721'), 'ID_DATE'],
    [checked('13049920261001721'), 'ID_DATE'],
    [checked('13049918950930721'), 'ID_DATE'],
    ['130499197104071156', 'ID_CHECKSUM'],
    ['130499194603122000', 'ID_PRECISION_LOST'],
    ['1.30499194603122E+17', 'ID_PRECISION_LOST'],
  ])('such as %s is refused as %s', (text, code) => {
    expect(checkResidentId(text, today)).toEqual({ ok: false, code });
  });

  test('of somebody born today or 130 years ago is accepted', () => {
    expect(checkResidentId(checked('13049920260930721'), today).ok).toBe(true);
    expect(checkResidentId(checked('13049918960929721'), today).ok).toBe(true);
  });

  test('that ends in 000 by right is not taken for a rounded number', () => {
    const days = ['0101', '0102', '0103', '0104', '0105', '0106', '0107', '0108', '0109', '0110', '0111'];
    const first17 = days
      .map((date) => `1304991955${date}000`)
      .find((it) => residentIdCheckCharacter(it) === '0');
    expect(first17).toBeDefined();
    expect(checkResidentId(`${first17}0`, today).ok).toBe(true);
  });
});

test('a disability certificate carries a valid resident id, kind and grade', () => {
  expect(checkDisabilityCertificate('11010519491231002X44', today)).toBe(true);
  expect(checkDisabilityCertificate('11010519491231002X44B1', today)).toBe(true);
  expect(checkDisabilityCertificate('11010519491231002X', today)).toBe(false);
  expect(checkDisabilityCertificate('11010519491231002X84', today)).toBe(false);
  expect(checkDisabilityCertificate('11010519491231003X44', today)).toBe(false);
});

test('age counts full years, and a child is a minor until the fourteenth birthday', () => {
  expect(ageOn('2012-09-30', '2026-09-29')).toBe(13);
  expect(ageOn('2012-09-30', '2026-09-30')).toBe(14);
  expect(ageOn('2008-02-29', '2009-02-28')).toBe(0);
  expect(ageOn('2008-02-29', '2009-03-01')).toBe(1);
  expect(isMinor('2012-10-01', today)).toBe(true);
  expect(isMinor('2012-09-30', today)).toBe(false);
});
