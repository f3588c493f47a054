import { is, SQL, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import type { Database } from '#platform/database/types.ts';
import { below } from '#platform/read/scope.ts';
import { dutyRule } from '#schema/county/county.table.ts';
import { household, householdCategory, householdRisk } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { dutyExcuse, visit } from '#schema/visit/visit.table.ts';
import type { PeriodAsOf } from './duty.rules.ts';

const on = (day: string) => sql`${day}::date`;
const named = (text: string) => sql.raw(text);

/**
 * Tells the planner that a condition mostly holds. It has no statistics for conditions between columns of different
 * tables and assumes that few rows pass; after three such estimates it chooses nested loops over a whole county.
 */
const likely = (condition: SQL) => sql`(${condition})::int <> 0`;
/** Tells the planner that few rows pass, so that it builds the hash table from them and not from the larger side. */
const fewer = (condition: SQL) => sql`(${condition})::int = 1`;

/** First and last day of all periods: a condition over one table, so that its index is used. */
interface Bounds {
  readonly from: string;
  readonly to: string;
}

const bothEnds = (periods: readonly PeriodAsOf[]): Bounds => ({
  from: periods.map(({ startOn }) => startOn).sort()[0] ?? '1900-01-01',
  to:
    periods
      .map(({ endOn }) => endOn)
      .sort()
      .at(-1) ?? '1900-01-01',
});

const ofHousehold = (alias: string) =>
  named(
    `${alias}.county_code = category_period.county_code and ${alias}.household_id = category_period.household_id`,
  );
/** The same for a lookup row by row: with the county as a constant, the statement goes to one shard. */
const ofHouseholdByCounty = (alias: string, countyCodes: Among | null) =>
  sql`${among(`${alias}.county_code`, onlyOne(countyCodes) ?? named('category_period.county_code'), 'text')}
    and ${named(alias)}.household_id = category_period.household_id`;
const onlyOne = (countyCodes: Among | null): readonly string[] | null =>
  Array.isArray(countyCodes) && countyCodes.length === 1 ? countyCodes : null;

/** Days of a pairing in the period. */
const days = (p: string) =>
  sql`(least(${named(p)}.ended_on, rule_period.end_on) - greatest(${named(p)}.started_on, rule_period.start_on) + 1)`;
/** Pairings long enough to owe the visit come before shorter ones, later before earlier. */
const precedence = (p: string) =>
  sql`(${days(p)} >= rule_period.min_days, ${named(p)}.started_on, ${named(p)}.id)`;
const begun = (p: string, { to }: Bounds) =>
  sql`${named(p)}.role = 'MAIN' and ${named(p)}.started_on <= ${on(to)}`;
const hasDays = (p: string) => likely(sql`${days(p)} > 0`);
/** A main pairing that has days in the period. */
const within = (p: string, bounds: Bounds) => sql`${begun(p, bounds)}
  and (${named(p)}.ended_on is null or ${named(p)}.ended_on >= ${on(bounds.from)}) and ${hasDays(p)}`;

/** Another pairing of the household comes before the helper's. */
const outweighed = (
  others: SQL,
  ofTheHousehold = ofHousehold('other'),
) => sql`exists (select from ${pairing} as other
  where ${ofTheHousehold} and other.id <> helper.id and ${others} and ${precedence('other')} > ${precedence('helper')})`;

/** A visit that counts for the period. */
const counts = (v: string) => sql`${named(v)}.status = 'VALID'
  and ${named(v)}.visited_on between rule_period.start_on and rule_period.end_on and ${named(v)}.mode = any(rule_period.modes)`;
/** Whether the visit was made and recorded in time. */
const inTime = (v: string) =>
  sql`(${named(v)}.visited_on <= rule_period.due_on and ${named(v)}.recorded_on <= rule_period.end_on)`;
/** In time before late, then the earliest day of a visit. One recorded after the period is late. */
const rank = (v: string) => sql`not ${inTime(v)}, ${named(v)}.visited_on, ${named(v)}.id`;

/** The reference day of the household: that of the period, or the last day on the register where that came first. */
const refOn = sql`least(rule_period.ref_on, closed_household.closed_on)`;
const inForce = (a: string) =>
  likely(sql`${named(a)}.from_on <= ${refOn} and coalesce(${named(a)}.to_on >= ${refOn}, true)`);
/** A weaker form of it that needs one table only. */
const mayBeInForce = (a: string, { from, to }: Bounds) =>
  sql`${named(a)}.from_on <= ${on(to)} and (${named(a)}.to_on is null or ${named(a)}.to_on >= ${on(from)})`;

/**
 * The periods by the rules of each category; `at_risk` where risk decides how often: what it must be for this period to
 * be owed.
 */
function rulePeriods(periods: readonly PeriodAsOf[], countyCodes: Among | null): SQL {
  const rows = periods.map(
    (p) => sql`(${p.code}::text, ${p.frequency}::text, ${on(p.startOn)}, ${on(p.endOn)}, ${on(p.refOn)},
      ${p.openStatus}::text, ${p.isRunning}::boolean)`,
  );
  return sql`select rule.county_code, rule.category, rule.modes, rule.min_days, rule.from_on, rule.to_on,
      period.code, period.start_on, period.end_on, period.ref_on, period.open_status, period.is_running,
      period.end_on - rule.deadline_days as due_on,
      case when rule.risk_frequency <> rule.frequency then period.frequency = rule.risk_frequency end as at_risk
    from (values ${sql.join(rows, sql`, `)})
      as period (code, frequency, start_on, end_on, ref_on, open_status, is_running)
    join ${dutyRule} as rule on period.frequency in (rule.frequency, rule.risk_frequency)
    where ${mayBeInForce('rule', bothEnds(periods))}
      and ${countyCodes ? among('rule.county_code', countyCodes, 'text') : sql`true`}`;
}

/** A list of values, or a column of the parent row. */
export type Among = readonly string[] | SQL;

function among(column: string, among: Among, type: 'text' | 'uuid'): SQL {
  if (is(among, SQL)) return sql`${named(column)} = ${among}`;
  if (among.length === 1) return sql`${named(column)} = ${among[0]}`;
  return sql`${named(column)} = any(${sql.param(among)}::${named(type)}[])`;
}

/** Conditions of a read on the households, over the aliases `category_period` and `helper`. */
export interface DutyNarrowing {
  readonly countyCodes: Among | null;
  readonly divisionCodes: readonly string[] | null;
  readonly householdIds: Among | null;
  readonly cadreIds: Among | null;
  /** Only households that these cadres are paired with today. */
  readonly helperIds: readonly string[] | null;
  /** Whether the statement is planned by hash alone. */
  readonly isByHash: boolean;
}

function narrowed({ countyCodes, divisionCodes, householdIds, cadreIds, helperIds }: DutyNarrowing): SQL[] {
  const conditions: SQL[] = [];
  if (countyCodes) conditions.push(among('category_period.county_code', countyCodes, 'text'));
  // The condition on a whole county, repeated, would make the planner expect only a few households.
  const isWhole =
    Array.isArray(countyCodes) &&
    countyCodes.every((county: string) => divisionCodes?.some((code) => county.startsWith(code)));
  if (divisionCodes && !isWhole) {
    const inside = divisionCodes.map((code) => below(sql`category_period.village_code`, code));
    conditions.push(sql`(${sql.join([sql`false`, ...inside], sql` or `)})`);
    // Households are stored in the order of villages; their child rows are not.
    const isOnlyPlace = !householdIds && !cadreIds && !helperIds;
    if (countyCodes && isOnlyPlace && divisionCodes.every((code) => code.length === 12)) {
      conditions.push(sql`category_period.household_id = any(array(select home.id from ${household} as home
        where ${among('home.county_code', countyCodes, 'text')} and ${among('home.village_code', divisionCodes, 'text')}))`);
    }
  }
  if (householdIds) conditions.push(among('category_period.household_id', householdIds, 'uuid'));
  if (cadreIds) conditions.push(among('helper.cadre_id', cadreIds, 'uuid'));
  if (helperIds) {
    conditions.push(sql`category_period.household_id = any(array(select own.household_id from ${pairing} as own
      where ${among('own.county_code', countyCodes ?? [], 'text')}
        and own.cadre_id = any(${sql.param(helperIds)}::uuid[]) and own.ended_on is null))`);
  }
  return conditions;
}

/** How the duties of some households are computed: one household at a time, or all at once. The rules are the same. */
interface Strategy {
  /** `done`: the visit that counts, or in one sweep all that do; and further joins. */
  readonly joins: SQL;
  readonly isInTime: SQL;
  readonly isAtRisk: SQL;
  /** Chooses the pairing and visit that count, of several. */
  readonly isChosen: SQL;
}

const oneByOne = (bounds: Bounds, countyCodes: Among | null): Strategy => ({
  joins: sql`left join lateral (select v.id, ${inTime('v')} as in_time from ${visit} as v
    where ${ofHouseholdByCounty('v', countyCodes)} and ${counts('v')} order by ${rank('v')} limit 1) as done on true`,
  isInTime: sql`done.in_time`,
  isAtRisk: sql`exists (select from ${householdRisk} as risk where ${ofHouseholdByCounty('risk', countyCodes)}
    and risk.identified_on <= ${refOn} and coalesce(risk.eliminated_on > ${refOn}, true))`,
  isChosen: sql`not ${outweighed(within('other', bounds))}`,
});

/** With hints for a statement that is planned with hash joins only; they would mislead any other. */
function allAtOnce(bounds: Bounds, { isByHash, countyCodes }: DutyNarrowing): Strategy {
  const { from, to } = bounds;
  const visited = (v: string) => {
    const inBounds = sql`${named(v)}.visited_on between ${on(from)} and ${on(to)}`;
    return isByHash ? sql`${inBounds} and ${fewer(inBounds)}` : inBounds;
  };
  const ended = sql`${begun('other', bounds)} and other.ended_on >= ${on(from)} and ${hasDays('other')}`;
  const running = sql`${begun('other', bounds)} and other.ended_on is null and ${hasDays('other')}`;
  // Below an OR it would not be planned as a join.
  const outweighedByRunning = outweighed(running, ofHouseholdByCounty('other', countyCodes));
  return {
    joins: sql`left join (select k.county_code, k.household_id,
      range_agg(daterange(k.identified_on, k.eliminated_on)) as days
      from ${householdRisk} as k where (select bool_or(at_risk is not null) from rule_period)
        and k.identified_on <= ${on(to)} and (k.eliminated_on is null or k.eliminated_on > ${on(from)})
      group by k.county_code, k.household_id) as risk on ${ofHousehold('risk')}
    left join ${visit} as done on ${ofHousehold('done')} and ${visited('done')} and ${counts('done')}`,
    isInTime: inTime('done'),
    isAtRisk: sql`coalesce(risk.days @> ${refOn}, false)`,
    // A household has at most one running main pairing, so beside it only ended ones matter.
    isChosen: sql`${
      isByHash
        ? sql`not ${outweighed(ended)} and (helper.ended_on is null or not ${outweighedByRunning})`
        : sql`not ${outweighed(within('other', bounds))}`
    }
      and not exists (select from ${visit} as other where ${ofHousehold('other')} and other.id <> done.id
        and ${visited('other')} and ${counts('other')} and (${rank('other')}) < (${rank('done')}))`,
  };
}

/** Whether a read covers whole counties. */
const isSweep = ({ divisionCodes, householdIds, cadreIds, helperIds }: DutyNarrowing): boolean =>
  !householdIds &&
  !cadreIds &&
  !helperIds &&
  (divisionCodes === null || divisionCodes.some((code) => code.length <= 6));

/** Within a single county all rules are its own; without a further condition the planner expects enough rows. */
const ofOneCounty = ({ countyCodes }: DutyNarrowing): boolean =>
  is(countyCodes, SQL) || countyCodes?.length === 1;

/**
 * THE definition of duties: what is owed, by whom, and its status today. The list, the card, the household's page, the
 * board and the excuse all read it and nothing else. `offset 0` keeps outer conditions out, which would mislead the
 * planner.
 */
export function dutiesSql(periods: readonly PeriodAsOf[], narrowing: DutyNarrowing): SQL {
  const today = on(periods[0]?.today ?? '1900-01-01');
  const bounds = bothEnds(periods);
  const strategy = isSweep(narrowing)
    ? allAtOnce(bounds, narrowing)
    : oneByOne(bounds, narrowing.countyCodes);
  const isOpen = sql`(done.id is null and excuse.id is null
    and (closed_household.closed_on is null or closed_household.closed_on > rule_period.end_on))`;
  const isDue = sql`(rule_period.is_running and ${isOpen})`;
  return sql`with rule_period as materialized (${rulePeriods(periods, narrowing.countyCodes)})
  select category_period.county_code, category_period.household_id, category_period.village_code, rule_period.code as period,
    rule_period.start_on, rule_period.end_on, rule_period.due_on, rule_period.is_running,
    case when ${strategy.isInTime} then 'DONE' when done.id is not null then 'LATE_DONE'
      when ${isOpen} then rule_period.open_status else 'EXCUSED' end as status,
    (${isDue} and ${today} > rule_period.due_on) as is_overdue,
    case when ${isDue} then rule_period.due_on - ${today} end as days_left,
    helper.cadre_id, helper.id as pairing_id, done.id as visit_id, excuse.id as excuse_id
  from ${householdCategory} as category_period
  join ${pairing} as helper on ${ofHousehold('helper')}
  join rule_period on ${ofOneCounty(narrowing) ? sql`` : sql`rule_period.county_code = category_period.county_code and`}
    rule_period.category = category_period.category
  left join ${household} as closed_household on closed_household.county_code = category_period.county_code and closed_household.id = category_period.household_id
    and closed_household.closed_on is not null
  left join ${dutyExcuse} as excuse on ${ofHousehold('excuse')}
    and excuse.period = rule_period.code and excuse.withdrawn_at is null
  ${strategy.joins}
  where ${sql.join([...narrowed(narrowing), mayBeInForce('category_period', bounds)], sql` and `)}
    and ${inForce('category_period')} and ${inForce('rule_period')}
    and ${likely(sql`coalesce(closed_household.closed_on >= rule_period.start_on, true)`)}
    and ${likely(sql`rule_period.at_risk is null or rule_period.at_risk = ${strategy.isAtRisk}`)}
    and ${within('helper', bounds)}
    and ${likely(sql`${days('helper')} >= rule_period.min_days or (select sum(${days('other')}) from ${pairing} as other
      where ${ofHouseholdByCounty('other', narrowing.countyCodes)} and ${within('other', bounds)}) >= rule_period.min_days`)}
    and ${strategy.isChosen}
  ${ofHelperInSeveral(narrowing) ? sql`` : sql`offset 0`}`;
}

/** Their households are looked up for each row; a cluster does that where the rows are, and not for what it works out first. */
const ofHelperInSeveral = ({ helperIds, countyCodes }: DutyNarrowing): boolean =>
  helperIds !== null && Array.isArray(countyCodes) && countyCodes.length > 1;

const sweeping = new WeakSet<Database>();
export const isByHash = ({ db }: Pick<Context, 'db'>): boolean => sweeping.has(db);

/**
 * For a statement over whole tables: each is read once, and joined by hash. The planner underestimates households
 * looked up one by one: it knows their frequency in the nation, and expects a handful in a county.
 */
export const inOneSweep = <T>(ctx: Context, read: (ctx: Context) => Promise<T>): Promise<T> =>
  ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config(name, 'off', true)
      from unnest(array['enable_nestloop', 'enable_mergejoin', 'enable_sort']) as name`);
    sweeping.add(tx);
    return read({ ...ctx, db: tx });
  });
