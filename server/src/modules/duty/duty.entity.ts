import { eq, sql } from 'drizzle-orm';
import { ID } from 'type-graphql';
import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { ofHouseholdScope } from '#modules/household/household.policy.ts';
import { ofHouseholdFilters } from '#modules/household/of-household.entity.ts';
import { whichToken, whoDid } from '#modules/identity/user/who.entity.ts';
import { pairingEntity } from '#modules/pairing/pairing.entity.ts';
import { visitEntity } from '#modules/visit/visit.entity.ts';
import { reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { parseGlobalId } from '#platform/core/ids.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import {
  by,
  defineEntity,
  type EntityOf,
  extend,
  type KeyCondition,
  list,
  one,
  type ReadRequest,
} from '#platform/read/entity.ts';
import { oneOf } from '#platform/read/scope.ts';
import { anyValue } from '#platform/read/select.ts';
import { DutyStatus } from '#schema/codes/help/duty.codes.ts';
import { Period } from '#schema/scalars.ts';
import { DutyExcuse, VisitDuty } from '#schema/visit/duty.type.ts';
import { dutyExcuse } from '#schema/visit/visit.table.ts';
import { visitDuty } from '#schema/visit/visit-duty.view.ts';
import { type Among, type DutyNarrowing, dutiesSql, isByHash } from './duty.queries.ts';
import { requestedPeriods } from './duty.rules.ts';

export const dutyExcuseEntity = defineEntity({
  type: DutyExcuse,
  table: dutyExcuse,
  feed: {},
  place: partOfHousehold(),
  endsIn: 'withdrawnAt',
  plural: 'excuses',
  right: 'visit.read',
  scope: ofHouseholdScope,
  computed: {
    excusedBy: whoDid('excusedBy', 'Who excused it, by name.'),
    excusedByToken: whichToken('excusedByToken', 'The token by which a program excused it, by name.'),
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.'),
  },
});

const texts = (values: readonly unknown[]) => [...new Set(values.map(String))];
/** The values a column may have: a list, or the column of the parent row. */
const allowedValues = (condition: KeyCondition | undefined): Among | undefined =>
  condition && ('equals' in condition ? condition.equals : texts(condition.values));
const idIn = (id: unknown) => (typeof id === 'string' ? parseGlobalId(id)?.parts : undefined);

const conditionValues = (condition: KeyCondition | undefined) =>
  condition && 'values' in condition ? condition.values : undefined;

/** Limits the computed rows to what the filter and the viewer's reach allow; the read's conditions still apply. */
function narrowingOf(ctx: Context, { filter, keys }: ReadRequest): DutyNarrowing {
  const { prefixes, cadres } = reachOf(ctx.viewer, visitDutyEntity.right);
  const [householdCounty, householdId] = idIn(filter.household) ?? [];
  const [cadreCounty, cadreId] = idIn(filter.cadre) ?? [];
  // Anything else is refused by the filter itself.
  const division = /^\d+$/.test(String(filter.divisionCode)) ? String(filter.divisionCode) : undefined;
  const isHelper = prefixes.length === 0;
  const places = division ? [division] : cadres.length > 0 ? null : prefixes;
  const county = householdCounty ?? cadreCounty;
  const counties = isHelper
    ? cadres.map(({ countyCode }) => countyCode)
    : places?.every((code) => code.length >= 6)
      ? places.map((code) => code.slice(0, 6))
      : null;
  const within = county ? [county] : counties && texts(counties);
  return {
    // A county known by its code is better than a column of the parent row: the statement then goes to one shard.
    countyCodes: within?.length === 1 ? within : (allowedValues(keys.countyCode) ?? within),
    divisionCodes: places?.includes('') ? null : places,
    householdIds: allowedValues(keys.householdId) ?? (householdId ? [householdId] : null),
    cadreIds: allowedValues(keys.cadreId) ?? (cadreId ? [cadreId] : null),
    helperIds: isHelper ? cadres.map(({ id }) => id) : null,
    isByHash: isByHash(ctx),
  };
}

export const visitDutyEntity: EntityOf<typeof visitDuty> = defineEntity({
  type: VisitDuty,
  table: visitDuty,
  source: (ctx, request) =>
    dutiesSql(
      requestedPeriods(conditionValues(request.keys.period), request.filter.period, today(ctx.clock)),
      narrowingOf(ctx, request),
    ),
  key: ['countyCode', 'householdId', 'period'],
  plural: 'visit duties',
  right: 'visit.read',
  scope: ofHouseholdScope,
  query: { one: 'visitDuty', list: 'visitDuties' },
  defaultSort: [
    { field: 'DUE_ON', direction: 'ASC' },
    { field: 'VILLAGE', direction: 'ASC' },
  ],
  sorts: {
    DUE_ON: { description: 'By the last day in time.', sql: by('dueOn') },
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
    STATUS: { description: 'By status.', sql: by('status') },
    OVERDUE: {
      description: 'By whether it is overdue: descending, those overdue stand first.',
      sql: by('isOverdue'),
    },
  },
  filters: {
    period: {
      type: () => Period,
      description:
        'A quarter with its months, or one month; the running quarter where it is absent. Duties of households visited monthly have months for periods.',
      sql: (_t, code: string, ctx) =>
        anyValue(
          visitDuty.period,
          requestedPeriods(undefined, code, today(ctx.clock)).map((period) => period.code),
        ),
    },
    status: { type: () => [DutyStatus.enum], description: 'Any of these.', sql: oneOf('status') },
    overdue: {
      type: () => Boolean,
      description: 'True: due with `dueOn` past; false: all others.',
      sql: (_t, value: boolean) => eq(visitDuty.isOverdue, value),
    },
    ...ofHouseholdFilters,
    cadre: {
      type: () => ID,
      description: 'Owed by this cadre, by global id.',
      sql: byGlobalId(() => cadreEntity, 'cadreId'),
    },
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.'),
    cadre: one(
      () => cadreEntity,
      { countyCode: 'countyCode', cadreId: 'id' },
      'Who owes the visit: the last main helper of the period, if for long enough.',
    ),
    pairing: one(() => pairingEntity, { countyCode: 'countyCode', pairingId: 'id' }, 'Their pairing.'),
    visit: one(
      () => visitEntity,
      { countyCode: 'countyCode', visitId: 'id' },
      'The visit that counts; null while there is none.',
    ),
    excuse: one(
      () => dutyExcuseEntity,
      { countyCode: 'countyCode', excuseId: 'id' },
      'The excuse on record; null also where the household left the register within the period.',
    ),
  },
});

/** Fields and relations added to types of other modules. */
export const dutyExtensions = [
  extend(householdEntity, {
    relations: {
      duties: list(
        () => visitDutyEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'Visits the household is owed, of the running quarter unless the filter names a period.',
      ),
      currentDuty: one(
        () => visitDutyEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'The visit it is owed in the quarter or month that runs today; null where it is owed none.',
        { where: () => sql`${visitDuty.isRunning}` },
      ),
    },
  }),
  extend(cadreEntity, {
    relations: {
      duties: list(
        () => visitDutyEntity,
        { countyCode: 'countyCode', id: 'cadreId' },
        'Visits the cadre owes, of the running quarter unless the filter names a period.',
      ),
    },
  }),
];
