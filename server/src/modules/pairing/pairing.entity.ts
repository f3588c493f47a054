import { getTableColumns, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { ID } from 'type-graphql';
import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { ofHouseholdScope } from '#modules/household/household.policy.ts';
import { ofHouseholdFilters } from '#modules/household/of-household.entity.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { by, defineEntity, type EntityOf, one } from '#platform/read/entity.ts';
import { oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { household } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { Pairing } from '#schema/pairing/pairing.type.ts';
import { Day } from '#schema/scalars.ts';

export const pairingEntity = defineEntity({
  type: Pairing,
  table: pairing,
  feed: { givesReachUntil: 'endedOn' },
  place: partOfHousehold(),
  removable: true,
  endsIn: 'endedOn',
  plural: 'pairings',
  right: 'pairing.read',
  scope: ofHouseholdScope,
  query: { one: 'pairing', list: 'pairings' },
  defaultSort: [{ field: 'STARTED_ON', direction: 'DESC' }],
  sorts: {
    STARTED_ON: { description: 'By the first day.', sql: by('startedOn') },
    ENDED_ON: { description: 'By the last day.', sql: by('endedOn') },
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
  },
  filters: {
    ...ofHouseholdFilters,
    cadre: {
      type: () => ID,
      description: 'Of this cadre, by global id.',
      sql: byGlobalId(() => cadreEntity, 'cadreId'),
    },
    role: { type: () => [PairingRole.enum], description: 'Any of these roles.', sql: oneOf('role') },
    running: {
      type: () => Boolean,
      description: 'True: those that run; false: those that have ended.',
      sql: (_t, value: boolean) => (value ? isNull(pairing.endedOn) : isNotNull(pairing.endedOn)),
    },
    startedFrom: {
      type: () => Day,
      description: 'Begun on this day or later.',
      sql: (_t, day: string) => gte(pairing.startedOn, day),
    },
    startedTo: {
      type: () => Day,
      description: 'Begun on this day or earlier.',
      sql: (_t, day: string) => lte(pairing.startedOn, day),
    },
    search: {
      type: () => String,
      rights: [householdEntity.right],
      description: "Part of the name of the household's head, its pinyin or initials.",
      sql: (_t, text: string) => sql`exists (select from ${household}
        where ${household.countyCode} = ${pairing.countyCode} and ${household.id} = ${pairing.householdId}
          and ${searching('headName', 'headPinyin')(getTableColumns(household), text)})`,
    },
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.'),
    cadre: one(() => cadreEntity, { countyCode: 'countyCode', cadreId: 'id' }, 'The cadre.'),
    former: one(
      (): EntityOf<typeof pairing> => pairingEntity,
      { countyCode: 'countyCode', formerId: 'id' },
      'The pairing this one took over from, with its hand-over note.',
    ),
  },
});
