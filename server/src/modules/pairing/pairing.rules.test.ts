import { expect, it } from 'vitest';
import { assignRefusal, loadVerdict, type PairingPeriod, transferRefusal } from './pairing.rules.ts';

const pairing = (more: Partial<PairingPeriod>): PairingPeriod => ({
  id: 'p1',
  cadreId: 'old',
  role: 'MAIN',
  startedOn: '2026-01-01',
  endedOn: null,
  ...more,
});
const main = (startedOn: string) => ({ cadreId: 'new', role: 'MAIN', startedOn }) as const;

it('accepts the first helper, and the next one from the day after the last', () => {
  expect(assignRefusal([], main('2026-07-01'))).toBeNull();
  expect(assignRefusal([pairing({ endedOn: '2026-06-30' })], main('2026-07-01'))).toBeNull();
});

it('refuses a second main helper, running or overlapping by one day', () => {
  expect(assignRefusal([pairing({})], main('2026-07-01'))).toBe('MAIN_HELPER_EXISTS');
  expect(assignRefusal([pairing({ endedOn: '2026-07-01' })], main('2026-07-01'))).toBe('OVERLAPPING_PAIRING');
  const later = pairing({ startedOn: '2026-08-01', endedOn: '2026-08-31' });
  expect(assignRefusal([later], main('2026-07-01'))).toBe('OVERLAPPING_PAIRING');
});

it('accepts assistants beside the main helper, but nobody twice', () => {
  const assistant = { cadreId: 'new', role: 'ASSISTANT', startedOn: '2026-07-01' } as const;
  expect(assignRefusal([pairing({})], assistant)).toBeNull();
  expect(assignRefusal([pairing({ cadreId: 'new' })], assistant)).toBe('OVERLAPPING_PAIRING');
  expect(assignRefusal([pairing({ role: 'ASSISTANT' })], main('2026-07-01'))).toBeNull();
});

it('transfers from the day after the first day at the earliest', () => {
  const old = pairing({ startedOn: '2026-07-01' });
  expect(transferRefusal(old, [old], main('2026-07-02'), '2026-07-01')).toBeNull();
  expect(transferRefusal(old, [old], main('2026-07-01'), '2026-06-30')).toBe('DATE_BEFORE_PAIRING');
});

it('refuses to transfer a pairing that has ended, or to the same cadre', () => {
  const ended = pairing({ endedOn: '2026-06-30' });
  expect(transferRefusal(ended, [ended], main('2026-08-01'), '2026-07-31')).toBe('PAIRING_ENDED');
  const old = pairing({ cadreId: 'new' });
  expect(transferRefusal(old, [old], main('2026-08-01'), '2026-07-31')).toBe('SAME_CADRE');
});

it('the last place under the limit is still within it', () => {
  expect(loadVerdict({ maxLoad: 2, loadPolicy: 'REFUSE' }, 1)).toBe('FINE');
  expect(loadVerdict({ maxLoad: 2, loadPolicy: 'REFUSE' }, 2)).toBe('REFUSE');
  expect(loadVerdict({ maxLoad: 2, loadPolicy: 'WARN' }, 2)).toBe('WARN');
});
