import { and, eq, is, isNull, SQL, sql } from 'drizzle-orm';
import type { WorkContext } from '#platform/context.ts';
import type { CountyKey } from '#platform/ids.ts';
import { below } from '#platform/read/scope.ts';
import { dutyRule } from '#schema/county/county.table.ts';
import { household, householdCategory, householdRisk } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { dutyExcuse, visit } from '#schema/visit/visit.table.ts';
import type { ClockedPeriod } from './duty.rules.ts';

const on = (day: string) => sql`${day}::date`;
const named = (text: string) => sql.raw(text);

/**
 * Tells the planner that a condition mostly holds. It knows nothing of conditions between columns of different tables
 * and guesses that few rows pass; after three such guesses it walks a county household by household.
 */
const likely = (condition: SQL) => sql`(${condition})::int <> 0`;

/** First and last day that any of the periods can touch: conditions over one table, for its index. */
interface Bounds {
  readonly from: string;
  readonly to: string;
}

/** A main pairing that has days in the period; how many; and which of several counts. */
function pairings({ from, to }: Bounds) {
  const days = (p: string) =>
    sql`(least(${named(p)}.ended_on, period.end_on) - greatest(${named(p)}.started_on, period.start_on) + 1)`;
  return {
    days,
    within: (p: string) => sql`${named(p)}.role = 'MAIN' and ${named(p)}.started_on <= ${on(to)}
      and (${named(p)}.ended_on is null or ${named(p)}.ended_on >= ${on(from)}) and ${likely(sql`${days(p)} > 0`)}`,
    /** Long enough to owe the visit by itself before short, then late before early. */
    weight: (p: string) => sql`(${days(p)} >= rule.min_days, ${named(p)}.started_on, ${named(p)}.id)`,
  };
}

const dueOn = sql`(period.end_on - rule.deadline_days)`;

/** A visit that counts for the period; whether it was made, and put on record, in time. */
function visits({ from, to }: Bounds) {
  const inTime = (v: string) =>
    sql`(${named(v)}.visited_on <= ${dueOn} and ${named(v)}.recorded_on <= period.end_on)`;
  return {
    inTime,
    counts: (v: string) => sql`${named(v)}.status = 'VALID'
      and ${named(v)}.visited_on between ${on(from)} and ${on(to)}
      and ${likely(sql`${named(v)}.visited_on between period.start_on and period.end_on and ${named(v)}.mode = any(rule.modes)`)}`,
    /** In time before late, then the first: what is done stays done, whatever is told of later. */
    rank: (v: string) => sql`(not ${inTime(v)}, ${named(v)}.visited_on, ${named(v)}.id)`,
  };
}

/**
 * In force on the reference day of the household: that of the period, or the last day on the register where that came
 * first.
 */
const inForce = (a: string, { from, to }: Bounds) => sql`${named(a)}.from_on <= ${on(to)}
  and (${named(a)}.to_on is null or ${named(a)}.to_on >= ${on(from)})
  and ${likely(sql`${named(a)}.from_on <= period.ref_on
    and (gone.closed_on is null or ${named(a)}.from_on <= gone.closed_on)
    and (${named(a)}.to_on is null or ${named(a)}.to_on >= period.ref_on or ${named(a)}.to_on >= gone.closed_on)`)}`;

const ofHousehold = (alias: string) =>
  named(`${alias}.county_code = kind.county_code and ${alias}.household_id = kind.household_id`);

function periodTable(periods: readonly ClockedPeriod[]): SQL {
  const rows = periods.map(
    (p) => sql`(${p.code}::text, ${p.frequency}::text, ${on(p.startOn)}, ${on(p.endOn)}, ${on(p.refOn)},
      ${p.openStatus}::text, ${p.isRunning}::boolean)`,
  );
  return sql`(values ${sql.join(rows, sql`, `)})
    as period (code, frequency, start_on, end_on, ref_on, open_status, is_running)`;
}

/** Some values, or what a row above has. */
export type Among = readonly string[] | SQL;

function among(column: string, among: Among, type: 'text' | 'uuid'): SQL {
  if (is(among, SQL)) return sql`${named(column)} = ${among}`;
  if (among.length === 1) return sql`${named(column)} = ${among[0]}`;
  return sql`${named(column)} = any(${sql.param(among)}::${named(type)}[])`;
}

/** What a read narrows the households to; conditions over the aliases `kind` and `helper`. */
export interface Narrowing {
  readonly countyCodes: Among | null;
  readonly divisionCodes: readonly string[] | null;
  readonly householdIds: Among | null;
  readonly cadreIds: Among | null;
  /** Only households that these cadres are paired with today. */
  readonly helperIds: readonly string[] | null;
}

function narrowed({ countyCodes, divisionCodes, householdIds, cadreIds, helperIds }: Narrowing): SQL {
  const conditions: SQL[] = [sql`true`];
  if (countyCodes) conditions.push(among('kind.county_code', countyCodes, 'text'));
  // Said of a whole county a second time, it would have the planner expect a few of its households.
  const isWhole =
    Array.isArray(countyCodes) &&
    countyCodes.every((county: string) => divisionCodes?.some((code) => county.startsWith(code)));
  if (divisionCodes && !isWhole) {
    const inside = divisionCodes.map((code) => below(sql`kind.village_code`, code));
    conditions.push(sql`(${sql.join([sql`false`, ...inside], sql` or `)})`);
  }
  if (householdIds) conditions.push(among('kind.household_id', householdIds, 'uuid'));
  if (cadreIds) conditions.push(among('helper.cadre_id', cadreIds, 'uuid'));
  if (helperIds) {
    conditions.push(sql`kind.household_id = any(array(select own.household_id from ${pairing} as own
      where ${among('own.county_code', countyCodes ?? [], 'text')}
        and own.cadre_id = any(${sql.param(helperIds)}::uuid[]) and own.ended_on is null))`);
  }
  return sql.join(conditions, sql` and `);
}

/**
 * THE definition of duties: what is owed, by whom, and how it stands today. The list, the card, the household's page,
 * the board and the excuse all read it and nothing else. Set-based throughout, a county has tens of thousands of
 * households; `offset 0` keeps conditions from outside out, which would lead the planner astray.
 */
export function dutiesSql(periods: readonly ClockedPeriod[], narrowing: Narrowing): SQL {
  const today = on(periods[0]?.today ?? '1900-01-01');
  const bounds = {
    from: periods.map(({ startOn }) => startOn).sort()[0] ?? '1900-01-01',
    to:
      periods
        .map(({ endOn }) => endOn)
        .sort()
        .at(-1) ?? '1900-01-01',
  };
  const { days, within, weight } = pairings(bounds);
  const { inTime, counts, rank } = visits(bounds);
  const isOpen = sql`(done.id is null and excuse.id is null
    and (gone.closed_on is null or gone.closed_on > period.end_on))`;
  const isDue = sql`(period.is_running and ${isOpen})`;
  return sql`select kind.county_code, kind.household_id, kind.village_code, period.code as period,
    period.start_on, period.end_on, ${dueOn} as due_on, period.is_running,
    case when ${inTime('done')} then 'DONE' when done.id is not null then 'LATE_DONE'
      when ${isOpen} then period.open_status else 'EXCUSED' end as status,
    (${isDue} and ${today} > ${dueOn}) as is_overdue,
    case when ${isDue} then ${dueOn} - ${today} end as days_left,
    helper.cadre_id, helper.id as pairing_id, done.id as visit_id, excuse.id as excuse_id
  from ${periodTable(periods)}
  join ${dutyRule} as rule on rule.frequency = period.frequency or rule.risk_frequency = period.frequency
  join ${householdCategory} as kind on kind.county_code = rule.county_code and kind.category = rule.category
  left join ${household} as gone on gone.county_code = kind.county_code and gone.id = kind.household_id
    and gone.closed_on is not null
  join ${pairing} as helper on ${ofHousehold('helper')} and ${within('helper')}
  left join (select k.county_code, k.household_id, range_agg(daterange(k.identified_on, k.eliminated_on)) as days
    from ${householdRisk} as k where k.identified_on <= ${on(bounds.to)}
      and (k.eliminated_on is null or k.eliminated_on > ${on(bounds.from)})
    group by k.county_code, k.household_id) as risk on ${ofHousehold('risk')}
  left join ${visit} as done on ${ofHousehold('done')} and ${counts('done')}
  left join ${dutyExcuse} as excuse on ${ofHousehold('excuse')}
    and excuse.period = period.code and excuse.withdrawn_at is null
  where ${narrowed(narrowing)}
    and (gone.closed_on is null or gone.closed_on >= ${on(bounds.from)})
    and ${likely(sql`gone.closed_on is null or gone.closed_on >= period.start_on`)}
    and ${inForce('rule', bounds)} and ${inForce('kind', bounds)}
    and ${likely(sql`period.frequency = case when risk.days @> least(period.ref_on, gone.closed_on)
      then coalesce(rule.risk_frequency, rule.frequency) else rule.frequency end`)}
    and ${likely(sql`${days('helper')} >= rule.min_days or (select sum(${days('other')}) from ${pairing} as other
      where ${ofHousehold('other')} and ${within('other')}) >= rule.min_days`)}
    and not exists (select from ${pairing} as other where ${ofHousehold('other')}
      and other.id <> helper.id and ${within('other')} and ${weight('other')} > ${weight('helper')})
    and not exists (select from ${visit} as other where ${ofHousehold('other')}
      and other.id <> done.id and ${counts('other')} and ${rank('other')} < ${rank('done')})
  offset 0`;
}

export async function insertExcuse(ctx: WorkContext, row: typeof dutyExcuse.$inferInsert) {
  const [made] = await ctx.db.insert(dutyExcuse).values(row).returning();
  if (!made) throw new Error('nothing inserted');
  return made;
}

export async function withdrawExcuseRow(
  ctx: WorkContext,
  { countyCode, id }: CountyKey,
  change: { withdrawnAt: string; withdrawnBy: string | undefined },
) {
  const [changed] = await ctx.db
    .update(dutyExcuse)
    .set(change)
    .where(and(eq(dutyExcuse.countyCode, countyCode), eq(dutyExcuse.id, id), isNull(dutyExcuse.withdrawnAt)))
    .returning();
  return changed ?? null;
}
