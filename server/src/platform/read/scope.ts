import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Reach } from '#platform/access/viewer.ts';
import { invalid } from '#platform/core/errors.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import type { Columns, ScopeRule } from './entity.ts';

const nothing = sql`false`;
/** Not a plain `true`: where PostgreSQL keeps texts without their constants, it would look like `nothing`. */
const everything = sql`1 = 1`;

/** "Everything below" as a range on an index: from the code to the next code of the same length. */
export function below(column: PgColumn | SQL, prefix: string): SQL {
  if (prefix === '') return everything;
  // Nothing lies below a village.
  if (prefix.length === 12) return sql`${column} = ${prefix}`;
  return sql`(${column} >= ${prefix} and ${column} < ${nextPrefix(prefix)})`;
}

function nextPrefix(prefix: string): string {
  return (BigInt(prefix) + 1n).toString().padStart(prefix.length, '0');
}

const anyOf = (conditions: SQL[]): SQL =>
  conditions.length === 0 ? nothing : sql`(${sql.join(conditions, sql` or `)})`;

/** The twelve digits of a village begin with those of its county, by constraint, where both stand in a row. */
const villageColumn = 'villageCode';

/**
 * Rows in a division and below. Of a village's row the county is asked for by itself: so the indexes that begin with it
 * serve, and the statement goes to one shard.
 */
function inPlace(columns: Columns, name: string, prefix: string, isInCounty = name === villageColumn): SQL {
  const column = columnOf(columns, name);
  if (!isInCounty || prefix.length < 6) return below(column, prefix);
  const inCounty = eq(columnOf(columns, 'countyCode'), prefix.slice(0, 6));
  return prefix.length === 6 ? inCounty : sql`(${inCounty} and ${below(column, prefix)})`;
}

const columnOf = (columns: Columns, name: string): PgColumn => {
  const column = columns[name];
  if (!column) throw new Error(`no column ${name}`);
  return column;
};

/**
 * What one person sees by what they are: a helper, or somebody of an insurer. By `county` other tables are looked up: it is
 * the row's, as a value where all that the reach covers is of one county.
 */
export type PersonRule = (columns: Columns, person: CountyKey, county: PgColumn | SQL) => SQL;

/** Rows whose division lies in the reach; `paired` adds what a helper sees, `sent` what somebody of an insurer does. */
export const byDivision =
  (column: string, paired?: PersonRule, sent?: PersonRule): ScopeRule =>
  (columns, reach) => {
    const sole = soleCountyIn(reach);
    const county = () => (sole === undefined ? columnOf(columns, 'countyCode') : sql`${sole}`);
    const places = reach.prefixes.map((prefix) => inPlace(columns, column, prefix));
    const shown = [
      ...places,
      ...(paired ? reach.cadres.map((cadre) => paired(columns, cadre, county())) : []),
      ...(sent ? insurersIn(reach).map((person) => sent(columns, person, county())) : []),
    ];
    return column === villageColumn && shown.length > 1
      ? inOneCounty(columns, reach, anyOf(shown))
      : anyOf(shown);
  };

/**
 * The county is asked for by itself where one of several conditions holds: so the statement goes to one shard all the
 * same.
 */
export function inOneCounty(columns: Columns, reach: Reach, condition: SQL): SQL {
  const county = soleCountyIn(reach);
  return county === undefined
    ? condition
    : sql`(${eq(columnOf(columns, 'countyCode'), county)} and ${condition})`;
}

function soleCountyIn(reach: Reach): string | undefined {
  const [county, ...others] = countiesOf(reach);
  return county?.length === 6 && others.length === 0 ? county : undefined;
}

const insurersIn = ({ insurers = [] }: Reach): readonly CountyKey[] => insurers;

const countiesOf = (reach: Reach): string[] => [
  ...new Set([
    ...reach.prefixes.map((prefix) => prefix.slice(0, 6)),
    ...[...reach.cadres, ...insurersIn(reach)].map(({ countyCode }) => countyCode),
  ]),
];

/** As `byDivision`, for rows that carry the code of their county beside that of a division in it. */
export const byDivisionOfCounty =
  (column: string): ScopeRule =>
  (columns, reach) =>
    anyOf(reach.prefixes.map((prefix) => inPlace(columns, column, prefix, true)));

/** Types that a county shares: the right anywhere in a county is enough to read all rows. */
export function byCounty(column = 'countyCode'): ScopeRule {
  const rule: ScopeRule = (columns, reach) =>
    anyOf(countiesOf(reach).map((code) => ofCounty(columnOf(columns, column), code)));
  countyRules.add(rule);
  return rule;
}
const countyRules = new WeakSet<ScopeRule>();
export const isByCounty = (rule: ScopeRule): boolean => countyRules.has(rule);

/** Where what a county shares may be changed: the right must reach the whole county. */
export const byWholeCounty =
  (column = 'countyCode'): ScopeRule =>
  (columns, { prefixes }) =>
    anyOf(
      prefixes.filter(({ length }) => length <= 6).map((code) => ofCounty(columnOf(columns, column), code)),
    );

/** A single county becomes a condition of equality, so that the statement goes to one shard. */
const ofCounty = (column: PgColumn, code: string): SQL =>
  code.length < 6 ? below(column, code) : eq(column, code);

/** Public facts: anyone who holds the right at all. */
export const everywhere: ScopeRule = (_columns, reach) =>
  countiesOf(reach).length > 0 ? everything : nothing;

/** Filter by division code: the code itself and everything below. */
export const inDivision =
  (column: string) =>
  (columns: Columns, value: string, _ctx: unknown, path: string): SQL => {
    if (!/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/.test(value)) throw invalid({ [path]: 'DIVISION_UNKNOWN' });
    return inPlace(columns, column, value);
  };

export const oneOf =
  (column: string) =>
  (columns: Columns, values: readonly string[]): SQL =>
    values.length === 0 ? nothing : inArray(columnOf(columns, column), [...values]);
