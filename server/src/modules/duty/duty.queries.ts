import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { WorkContext } from '#platform/context.ts';
import type { CountyKey } from '#platform/ids.ts';
import { dutyRule } from '#schema/county/county.table.ts';
import { household, householdCategory, householdRisk } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { dutyExcuse, visit } from '#schema/visit/visit.table.ts';
import type { ClockedPeriod } from './duty.rules.ts';

const on = (day: string) => sql`${day}::date`;
const sameHousehold = (alias: string, other: string) =>
  sql.raw(`${alias}.county_code = ${other}.county_code and ${alias}.household_id = ${other}.household_id`);

/** A main pairing that has days in the period; how many; and which of several counts. */
function pairings({ startOn, endOn }: ClockedPeriod) {
  const days = (p: string) =>
    sql`(least(${sql.raw(p)}.ended_on, ${on(endOn)}) - greatest(${sql.raw(p)}.started_on, ${on(startOn)}) + 1)`;
  return {
    days,
    within: (p: string) => sql`${sql.raw(p)}.role = 'MAIN' and ${sql.raw(p)}.started_on <= ${on(endOn)}
      and (${sql.raw(p)}.ended_on is null or ${sql.raw(p)}.ended_on >= ${on(startOn)})`,
    /** Long enough to owe the visit by itself before short, then late before early. */
    weight: (p: string) => sql`(${days(p)} >= rule.min_days, ${sql.raw(p)}.started_on, ${sql.raw(p)}.id)`,
  };
}

/** A visit that counts for the period; whether it was in time, and on record in time. */
function visits({ startOn, endOn }: ClockedPeriod) {
  const inTime = (v: string) =>
    sql`(${sql.raw(v)}.visited_on <= ${on(endOn)} - rule.deadline_days and ${sql.raw(v)}.recorded_on <= ${on(endOn)})`;
  return {
    inTime,
    counts: (v: string) => sql`${sql.raw(v)}.status = 'VALID'
      and ${sql.raw(v)}.visited_on between ${on(startOn)} and ${on(endOn)} and ${sql.raw(v)}.mode = any(rule.modes)`,
    /** In time before late, then the first: what is done stays done, whatever is told of later. */
    rank: (v: string) => sql`(not ${inTime(v)}, ${sql.raw(v)}.visited_on, ${sql.raw(v)}.id)`,
  };
}

/**
 * In force on the reference day of the household: that of the period, or the last day on the register where that came
 * first. Written over plain columns, so that the planner knows how many rows to expect.
 */
const inForce = (a: string, refOn: string) => sql`${sql.raw(a)}.from_on <= ${on(refOn)}
  and (home.closed_on is null or ${sql.raw(a)}.from_on <= home.closed_on)
  and (${sql.raw(a)}.to_on is null or ${sql.raw(a)}.to_on >= ${on(refOn)} or ${sql.raw(a)}.to_on >= home.closed_on)`;

/** The other frequency; "not the other one" instead of "this one" tells the planner to expect many rows. */
const frequencyIs = ({ frequency }: ClockedPeriod) =>
  frequency === 'QUARTER' ? sql`<> 'MONTH'` : sql`= 'MONTH'`;

/** All duties of one period. Set-based throughout: a county has tens of thousands of households. */
function dutiesOf(period: ClockedPeriod, counties: SQL): SQL {
  const { code, startOn, endOn, refOn, isRunning, openStatus } = period;
  const { days, within, weight } = pairings(period);
  const { inTime, counts, rank } = visits(period);
  const dueOn = sql`(${on(endOn)} - rule.deadline_days)`;
  const status = sql`case when ${inTime('done')} then 'DONE' when done.id is not null then 'LATE_DONE'
    when excuse.id is not null or home.closed_on <= ${on(endOn)} then 'EXCUSED' else ${openStatus}::text end`;
  const isDue = sql`(${isRunning}::boolean and done.id is null and excuse.id is null
    and (home.closed_on is null or home.closed_on > ${on(endOn)}))`;
  const daysLeft = sql`(${dueOn} - ${on(period.today)})`;
  return sql`select home.county_code, home.id as household_id, home.village_code, ${code}::text as period,
    ${on(startOn)} as start_on, ${on(endOn)} as end_on, ${dueOn} as due_on, ${isRunning}::boolean as is_running,
    ${status} as status, (${isDue} and ${daysLeft} < 0) as is_overdue,
    case when ${isDue} then ${daysLeft} end as days_left,
    helper.cadre_id, helper.id as pairing_id, done.id as visit_id, excuse.id as excuse_id
  from ${dutyRule} as rule
  join ${householdCategory} as kind on kind.county_code = rule.county_code and kind.category = rule.category
  join ${household} as home on home.county_code = kind.county_code and home.id = kind.household_id
  join ${pairing} as helper on helper.county_code = home.county_code and helper.household_id = home.id
    and ${within('helper')}
  left join (select k.county_code, k.household_id, range_agg(daterange(k.identified_on, k.eliminated_on)) as days
    from ${householdRisk} as k where k.identified_on <= ${on(refOn)}
      and (k.eliminated_on is null or k.eliminated_on > ${on(startOn)})
    group by k.county_code, k.household_id) as risk
    on risk.county_code = home.county_code and risk.household_id = home.id
  left join ${visit} as done on done.county_code = home.county_code and done.household_id = home.id
    and ${counts('done')}
  left join ${dutyExcuse} as excuse on excuse.county_code = home.county_code and excuse.household_id = home.id
    and excuse.period = ${code} and excuse.withdrawn_at is null
  where ${counties} and (home.closed_on is null or home.closed_on >= ${on(startOn)})
    and ${inForce('rule', refOn)} and ${inForce('kind', refOn)}
    and (rule.frequency = ${period.frequency} or rule.risk_frequency = ${period.frequency})
    and case when risk.days @> least(${on(refOn)}, home.closed_on) then coalesce(rule.risk_frequency, rule.frequency)
      else rule.frequency end ${frequencyIs(period)}
    and not (${days('helper')} < rule.min_days and (select sum(${days('other')}) from ${pairing} as other
      where ${sameHousehold('other', 'helper')} and ${within('other')}) < rule.min_days)
    and not exists (select from ${pairing} as other where ${sameHousehold('other', 'helper')}
      and other.id <> helper.id and ${within('other')} and ${weight('other')} > ${weight('helper')})
    and not exists (select from ${visit} as other where ${sameHousehold('other', 'done')}
      and other.id <> done.id and ${counts('other')} and ${rank('other')} < ${rank('done')})`;
}

/**
 * THE definition of duties: what is owed, by whom, and how it stands today. The list, the card, the household's page,
 * the board and the excuse all read it and nothing else.
 */
export function dutiesSql(periods: readonly ClockedPeriod[], countyCodes: readonly string[] | null): SQL {
  const counties = countyCodes ? sql`home.county_code = any(${sql.param(countyCodes)}::text[])` : sql`true`;
  return sql.join(
    periods.map((period) =>
      dutiesOf(period, countyCodes?.length === 1 ? sql`home.county_code = ${countyCodes[0]}` : counties),
    ),
    sql` union all `,
  );
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
