import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { movesWithDivision, partOfHousehold } from '#platform/feed/place.ts';
import { defineEntity, extend, one } from '#platform/read/entity.ts';
import { everywhere } from '#platform/read/scope.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { modules } from '#server/modules.ts';
import { compose } from './compose.ts';
import { extensionPoint } from './extension-point.ts';
import { defineModule } from './module.ts';

const entityNamed = (name: string, relations = {}) =>
  defineEntity({
    type: { [name]: class {} }[name] as new () => object,
    table: pgTable(name.toLowerCase(), { id: uuid().primaryKey() }),
    plural: name,
    right: 'division.read',
    scope: everywhere,
    relations,
  });

test('what modules provide at an extension point comes in the order of the modules', () => {
  const point = extensionPoint<string>('words');
  const catalog = compose([
    ...modules.map((module) => ({ ...module, extensions: [] })),
    defineModule({ name: 'first', provides: [point.with('a')] }),
    defineModule({ name: 'second', provides: [point.with('b'), point.with('c')] }),
  ]);
  expect(catalog.provided(point)).toEqual(['a', 'b', 'c']);
  expect(catalog.provided(extensionPoint('others'))).toEqual([]);
});

const stray = entityNamed('Stray');
const leading = entityNamed('Leading', {
  stray: one(() => stray, { id: 'id' }, 'Nobody lists it.'),
});
const means = constraintMeans('ALREADY_EXISTS');

test.each([
  ['a module twice', [{ name: 'a' }, { name: 'a' }], 'two of module a'],
  ['an entity twice', [{ name: 'a', entities: [stray, stray] }], 'two of entity Stray'],
  [
    'a constraint twice',
    [
      { name: 'a', constraints: { once: means } },
      { name: 'b', constraints: { once: means } },
    ],
    'two of constraint once',
  ],
  [
    'a schedule twice',
    [
      { name: 'a', schedules: { once: '* * * * *' } },
      { name: 'b', schedules: { once: '0 3 * * *' } },
    ],
    'two of schedule once',
  ],
  [
    'a relation to an entity of no module',
    [{ name: 'a', entities: [leading] }],
    'Leading.stray leads to Stray',
  ],
  [
    'fields for an entity of no module',
    [{ name: 'a', extensions: [extend(stray, {})] }],
    'a extends what no',
  ],
])('refuses %s', (_what, more, message) => {
  const others = modules.map((module) => ({ ...module, extensions: [] }));
  expect(() => compose([...others, ...more])).toThrow(message);
});

test.each([
  ['no rule', { divisionCode: text() }, undefined, 'Placed does not say what its divisionCode hangs on'],
  ['the rule of another table', {}, movesWithDivision(), 'Placed has no place'],
  ['a part that names no household', { villageCode: text() }, partOfHousehold(), 'Placed has no householdId'],
  [
    'two places that move',
    { divisionCode: text(), formerTownshipCode: text() },
    movesWithDivision(),
    'Placed has several places',
  ],
])('refuses a table with a place and %s', (_what, columns, place, message) => {
  const others = modules.map((module) => ({ ...module, extensions: [] }));
  const entity = defineEntity({
    type: { Placed: class {} }.Placed,
    table: pgTable('placed', { id: uuid().primaryKey(), ...columns }),
    plural: 'placed',
    right: 'division.read',
    scope: everywhere,
    ...(place && { place }),
  });
  expect(() => compose([...others, defineModule({ name: 'a', entities: [entity] })])).toThrow(message);
});

test('refuses a field that is there already', () => {
  const entity = entityNamed('Twice', { stray: one(() => stray, { id: 'id' }, 'Once.') });
  const again = extend(entity, { relations: { stray: one(() => stray, { id: 'id' }, 'Again.') } });
  const others = modules.map((module) => ({ ...module, extensions: [] }));
  const module = { name: 'a', entities: [entity, stray], extensions: [again] };
  expect(() => compose([...others, module])).toThrow('a adds Twice.stray once more');
});

test('refuses to leave a type of the change feed without its records', () => {
  const others = modules
    .filter(({ name }) => name !== 'visit')
    .map((module) => ({ ...module, extensions: [] }));
  expect(() => compose(others)).toThrow(/no module declares/);
});
