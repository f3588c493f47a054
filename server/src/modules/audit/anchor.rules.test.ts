import { expect, it } from 'vitest';
import { anchorsFile, readAnchors } from './anchor.rules.ts';

const head = { countyCode: '130434', seq: 12, hash: 'ab'.repeat(32) };
const other = { countyCode: '000000', seq: 1, hash: '0'.repeat(64) };
const fileOf = (...heads: unknown[]) => JSON.stringify({ format: 'bangfu-audit-heads/1', heads });

it('reads what it writes', () => {
  const written = JSON.stringify(anchorsFile(new Date('2026-11-10T04:00:00Z'), [head, other]), null, 1);
  expect(readAnchors(written)).toEqual([head, other]);
});

it('reads past a byte order mark and the lines of a package runner', () => {
  const before = '\uFEFF\n> bangfu@0.1.0 bangfu /srv/bangfu\n> node server/src/cli/bangfu.ts audit heads\n\n';
  expect(readAnchors(before + fileOf(head))).toEqual([head]);
  expect(readAnchors(`\uFEFF${fileOf(head)}`)).toEqual([head]);
});

it('ignores everything but county, number and hash', () => {
  expect(readAnchors(fileOf({ ...head, note: 'printed on paper' }))).toMatchObject([head]);
  expect(readAnchors(fileOf())).toEqual([]);
});

it.each<[string, unknown]>([
  ['a county code that is a number', { ...head, countyCode: 130434 }],
  ['a county code of other length', { ...head, countyCode: '1304' }],
  ['no county code', { seq: 12, hash: head.hash }],
  ['a number as text', { ...head, seq: '12' }],
  ['number zero', { ...head, seq: 0 }],
  ['half a number', { ...head, seq: 1.5 }],
  ['a hash that was cut', { ...head, hash: head.hash.slice(1) }],
  ['a hash with other letters', { ...head, hash: 'xy'.repeat(32) }],
  ['a hash in a list', { ...head, hash: [head.hash] }],
  ['nothing', null],
  ['a text', 'head'],
])('says which head is invalid: %s', (_, wrong) => {
  expect(readAnchors(fileOf(head, wrong, other))).toEqual({ noHead: 1 });
});

it.each([
  ['', 'NOT_JSON'],
  ['130434 12 abcd', 'NOT_JSON'],
  [`// heads of November\n${fileOf(head)}x`, 'NOT_JSON'],
  [fileOf(head).slice(0, -1), 'NOT_JSON'],
  ['null', 'OTHER_FORMAT'],
  [JSON.stringify([head]), 'OTHER_FORMAT'],
  [JSON.stringify({ heads: [head] }), 'OTHER_FORMAT'],
  [JSON.stringify({ format: 'bangfu-audit-heads/2', heads: [head] }), 'OTHER_FORMAT'],
  [JSON.stringify({ format: 'bangfu-audit-heads/1', heads: head }), 'OTHER_FORMAT'],
])('refuses %s', (text, fault) => {
  expect(readAnchors(text)).toBe(fault);
});
