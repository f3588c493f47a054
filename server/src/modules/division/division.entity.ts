import { eq, isNull, sql } from 'drizzle-orm';
import { by, defineEntity, type Entity, type EntityOf, list, one } from '#platform/read/entity.ts';
import { everywhere, inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { DivisionLevel } from '#schema/codes/division.codes.ts';
import { division } from '#schema/division/division.table.ts';
import { Division } from '#schema/division/division.type.ts';

/** Names and codes are public; every signed-in user may read them. */
export const divisionEntity: EntityOf<typeof division> = defineEntity({
  type: Division,
  table: division,
  key: ['code'],
  plural: 'divisions',
  right: 'division.read',
  scope: everywhere,
  query: { one: 'division', list: 'divisions' },
  defaultSort: [{ field: 'CODE', direction: 'ASC' }],
  sorts: {
    CODE: { description: 'Official order.', sql: by('code') },
    PINYIN: { description: 'By pinyin of the name.', sql: by('pinyin') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'This division and everything below it.',
      sql: inDivision('code'),
    },
    parentCode: {
      type: () => String,
      description: 'Directly below this division.',
      sql: (_t, value: string) => eq(division.parentCode, value),
    },
    level: { type: () => [DivisionLevel.enum], description: 'Any of these levels.', sql: oneOf('level') },
    search: {
      type: () => String,
      description: 'Part of the name, pinyin or initials.',
      sql: searching('name', 'pinyin'),
    },
    inUse: {
      type: () => Boolean,
      description: 'True: codes in use only.',
      sql: (_t, value: boolean) => (value ? isNull(division.abolishedOn) : sql`true`),
    },
  },
  relations: {
    parent: one(
      (): Entity => divisionEntity,
      { parentCode: 'code' },
      'The division above; null for a province.',
    ),
    children: list((): Entity => divisionEntity, { code: 'parentCode' }, 'The divisions directly below.'),
  },
});
