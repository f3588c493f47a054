import { expect, it } from 'vitest';
import { pairingStep } from './pairing-of-row.rules.ts';

const pairing = (cadreId: string, startedOn: string, endedOn: string | null = null, role = 'MAIN') => ({
  id: `${cadreId} ${startedOn}`,
  cadreId,
  role,
  startedOn,
  endedOn,
});
const row = (cadreId: string, startedOn: string, endedOn: string | null = null) => ({
  cadreId,
  startedOn,
  endedOn,
});

it('begins a pairing where there is none', () => {
  expect(pairingStep([], row('a', '2024-01-01'))).toEqual({ do: 'begin', former: null });
});

it('keeps the running pairing of the same cadre, whatever day the row has', () => {
  expect(pairingStep([pairing('a', '2024-01-01')], row('a', '2024-01-01'))).toEqual({ do: 'nothing' });
  expect(pairingStep([pairing('a', '2024-01-01')], row('a', '2025-06-01'))).toEqual({ do: 'nothing' });
});

it('transfers to another cadre from the day of the row, ending the former pairing the day before', () => {
  expect(pairingStep([pairing('a', '2024-01-01')], row('b', '2024-03-01'))).toEqual({
    do: 'begin',
    former: { id: 'a 2024-01-01', endedOn: '2024-02-29' },
  });
});

it.each([
  ['the same day', '2024-01-01'],
  ['an earlier day', '2023-12-31'],
])('refuses another cadre from %s, when another one helps', (_what, day) => {
  expect(pairingStep([pairing('a', '2024-01-01')], row('b', day))).toMatchObject({
    do: 'refuse',
    column: 'startedOn',
    code: 'OVERLAPPING_PAIRING',
  });
});

it('refuses days within an ended pairing, and accepts the day after', () => {
  const history = [pairing('a', '2023-01-01', '2024-01-31')];
  expect(pairingStep(history, row('b', '2024-01-31'))).toMatchObject({ do: 'refuse' });
  expect(pairingStep(history, row('b', '2024-02-01'))).toEqual({ do: 'begin', former: null });
});

it('does not turn an assistant into the main helper', () => {
  const history = [pairing('a', '2024-01-01', null, 'ASSISTANT')];
  expect(pairingStep(history, row('a', '2024-06-01'))).toMatchObject({ do: 'refuse', column: 'helperName' });
  expect(pairingStep(history, row('b', '2024-06-01'))).toEqual({ do: 'begin', former: null });
});

it('ends the running pairing of a cadre whose help is over, once', () => {
  const over = row('a', '2024-05-01', '2024-12-31');
  expect(pairingStep([pairing('a', '2024-01-01')], over)).toEqual({
    do: 'end',
    id: 'a 2024-01-01',
    endedOn: '2024-12-31',
  });
  expect(pairingStep([pairing('a', '2024-01-01', '2024-12-31')], over)).toEqual({ do: 'nothing' });
  expect(pairingStep([pairing('a', '2025-01-01')], over)).toMatchObject({ do: 'refuse', column: 'endedOn' });
});

it('adds an ended pairing beside others only where they share no day', () => {
  const history = [pairing('b', '2025-01-01')];
  expect(pairingStep(history, row('a', '2024-01-01', '2024-12-31'))).toEqual({ do: 'begin', former: null });
  expect(pairingStep(history, row('a', '2024-01-01', '2025-01-01'))).toMatchObject({ do: 'refuse' });
});
