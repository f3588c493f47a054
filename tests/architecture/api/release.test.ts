import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { declaredChanges } from '#schema/releases/declared.ts';
import { lastRelease } from '#server/cli/releases.ts';
import { monthsOfNotice, releaseFaults } from '#server/cli/schema-diff.ts';
import { monthsOfNotice as promised } from '../../../admin/src/developers/versions.ts';

const committed = readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8');
const released = lastRelease();

const faults = (before: string, after: string, declared = declaredChanges) =>
  releaseFaults(buildSchema(before), buildSchema(after), declared);

/** The released API with one existing piece of text replaced. */
function changed(from: string, to: string): string {
  expect(released.sdl).toContain(from);
  return released.sdl.replace(from, to);
}

it('breaks nothing of the last release without a declaration', () => {
  expect(faults(released.sdl, committed)).toEqual([]);
});

const renamed = () => changed('  memberCount: Int!', '  memberTotal: Int!');
const removed = { change: 'FIELD_REMOVED: Household.memberCount was removed.', declaredOn: '2026-11-22' };

it('would notice a removed field, and accepts it once it is declared with a reason', () => {
  expect(faults(released.sdl, renamed(), [])).toEqual([`not declared: ${removed.change}`]);
  expect(faults(released.sdl, renamed(), [{ ...removed, reason: 'counts the dead' }])).toEqual([]);
  expect(faults(released.sdl, renamed(), [{ ...removed, reason: ' ' }])).toEqual([
    `without a reason: ${removed.change}`,
  ]);
});

it('refuses a declaration of a change that was not made', () => {
  expect(faults(released.sdl, released.sdl, [{ ...removed, reason: 'counts the dead' }])).toEqual([
    `not made: ${removed.change}`,
  ]);
});

it("gives the notice promised on the developers' page", () => {
  expect(promised).toBe(monthsOfNotice);
});

const small = (field: string) =>
  `type Query { one(first: Int = 25): Int ${field} } input Wish { size: Int = 1 }`;

it('accepts additions, and treats a changed default as a break', () => {
  expect(faults(small(''), `${small('two: Int')} enum New { ONE }`, [])).toEqual([]);
  expect(faults(small(''), small('').replace('= 25', '= 50'), [])).toHaveLength(1);
  expect(faults(small(''), small('').replace('size: Int = 1', 'size: Int = 2'), [])).toEqual([
    'not declared: INPUT_DEFAULT_VALUE_CHANGE: Wish.size has changed its default value.',
  ]);
});

const deprecated = (reason: string) => small(`old: Int @deprecated(reason: "${reason}")`);
const faultsOfDeprecation = (reason: string) => faults(small('old: Int'), deprecated(reason), []);

it('requires a date on every deprecation, with six months of notice', () => {
  expect(faultsOfDeprecation('Since 2026-11-22, kept until 2027-05-22: use one.')).toEqual([]);
  expect(faultsOfDeprecation('Since 2026-11-22, kept until 2027-05-21: use one.')).toEqual([
    'Query.old: kept for less than 6 months',
  ]);
  expect(faultsOfDeprecation('use one')).toEqual([expect.stringContaining('must read')]);
  expect(faults(small(''), small('old(by: Int @deprecated): Int'), [])).toEqual([
    expect.stringContaining('Query.old(by): its deprecation must read'),
  ]);
});
