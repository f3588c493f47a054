import { expect, test } from 'vitest';
import { withoutPersonal } from './drafts.ts';

const at = '2026-11-10T04:00:00Z';

test('a draft leaves out personal numbers, birth dates, secrets and files at any depth', () => {
  const values = {
    headName: '方一一',
    headResidentId: '130499199001011234',
    phone: '13900000000',
    photoIds: ['a'],
    members: [
      {
        name: '方一二',
        residentId: '130499199001011234',
        birthOn: '1990-01-01',
        contact: { phone: '13900000000' },
      },
    ],
    password: 'x',
    stepUpCode: '123456',
    note: '屋顶漏雨',
  };
  expect(withoutPersonal({ at, version: 3, values })).toEqual({
    at,
    version: 3,
    values: { headName: '方一一', members: [{ name: '方一二', contact: {} }], note: '屋顶漏雨' },
    isPartial: true,
  });
});

test('a draft that is complete says so', () => {
  const values = { note: '屋顶漏雨', phone: null, photoIds: [] };
  expect(withoutPersonal({ at, values })).toEqual({ at, values: { note: '屋顶漏雨' }, isPartial: false });
});
