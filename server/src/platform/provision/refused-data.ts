import postgres, { type Sql } from 'postgres';
import { BootError } from '#platform/core/boot-error.ts';
import { causeCode } from '#platform/write/refusals.ts';
import type { Migration } from './migration-files.ts';

/** Violations of check, foreign key, unique and not-null constraints by existing data. */
const codes = new Set(['23514', '23503', '23505', '23502']);
const mostValues = 10;
const mostColumns = 20;

interface Rule {
  readonly place: string;
  readonly name: string;
  readonly condition: string;
  readonly columns: readonly string[];
}

interface Found {
  readonly rule: Rule;
  readonly rows: number;
  /** Only for coded columns: other values may be personal data. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
}

type Named = Pick<Migration, 'tag' | 'steps'>;

/**
 * Tests existing rows against the checks that a migration will validate, before any of it runs: a constraint that
 * exists unvalidated would already keep the former release from correcting the rows that violate it.
 */
export async function refuseForeignData(sql: Sql, migration: Named): Promise<void> {
  const found: Found[] = [];
  for (const rule of rulesToCome(migration)) {
    const broken = await countBroken(sql, rule).catch((error: unknown) => {
      // The migration makes the table or column itself.
      if (['42P01', '42703'].includes(causeCode(error))) return null;
      throw error;
    });
    if (broken && broken.rows > 0) found.push(broken);
  }
  if (found.length > 0) throw refusal(migration, found.map(lineOf));
}

/**
 * The message for a migration stopped by existing data: each violated constraint with its table, columns, number of
 * rows and, for codes, the values. Any other error is returned unchanged.
 */
export async function describeRefusedData(sql: Sql, migration: Named, error: unknown): Promise<unknown> {
  if (!(error instanceof postgres.PostgresError) || !codes.has(error.code)) return error;
  const found: Found[] = [];
  for (const rule of await findRules(sql, [...validatedBy(migration), error.constraint_name ?? ''])) {
    const broken = await countBroken(sql, rule);
    if (broken.rows > 0) found.push(broken);
  }
  return refusal(migration, found.length > 0 ? found.map(lineOf) : [await otherLine(sql, error)]);
}

function refusal({ tag }: Named, lines: readonly Line[]): BootError {
  return new BootError(
    `迁移 ${tag} 停止：已有数据不符合新版本的约束，服务未启动。\n${lines.map(({ zh }) => zh).join('\n')}\n请更正这些行（每行各列在一条语句中改完），或先用原版本继续运行，然后重新启动。`,
    `Migration ${tag} stopped: data at hand break a constraint of the new version, and nothing is served.\n${lines.map(({ en }) => en).join('\n')}\nMend these rows, all columns of a row by one statement, or go on with the former version meanwhile; then start again.`,
  );
}

const validatedBy = ({ steps }: Named): string[] =>
  steps.flatMap(({ text }) =>
    [...text.matchAll(/validate constraint "?(\w+)"?/gi)].map(([, name = '']) => name),
  );

/** Checks that the migration adds and validates, except on tables whose rows it changes first. */
function rulesToCome(migration: Named): Rule[] {
  const validated = new Set(validatedBy(migration));
  const changed = new Set(
    migration.steps.flatMap(({ text }) => /^(?:update|delete from) "?(\w+)"?/i.exec(text)?.[1] ?? []),
  );
  return migration.steps.flatMap(({ text }) => {
    const place = /^alter table "?(\w+)"?/i.exec(text)?.[1];
    if (place === undefined || changed.has(place)) return [];
    return [...text.matchAll(/add constraint "?(\w+)"? check (?=\()/gi)].flatMap((match) => {
      const [all, name = ''] = match;
      const condition = withinBrackets(text.slice(match.index + all.length));
      const columns = [...condition.matchAll(/"\w+"\."(\w+)"/g)].map(([, column = '']) => column);
      return validated.has(name) ? [{ place, name, condition, columns: [...new Set(columns)] }] : [];
    });
  });
}

/** From an opening bracket to its closing one; brackets within string literals do not count. */
function withinBrackets(text: string): string {
  let [depth, isText] = [0, false];
  for (const [at, letter] of [...text].entries()) {
    if (letter === "'") isText = !isText;
    if (isText) continue;
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0) return [...text].slice(0, at + 1).join('');
  }
  return text;
}

/** The checks of these names that exist but are not validated yet. */
async function findRules(sql: Sql, names: readonly string[]): Promise<Rule[]> {
  return [
    ...(await sql<Rule[]>`
      select c.conrelid::regclass::text as place, c.conname as name, pg_get_expr(c.conbin, c.conrelid) as condition,
        array(select quote_ident(attname) from pg_attribute
          where attrelid = c.conrelid and attnum = any(c.conkey) order by attnum) as columns
      from pg_constraint c
      where c.contype = 'c' and not c.convalidated and c.connamespace = 'public'::regnamespace
        and c.conname = any(${[...names]})
      order by 1, 2`),
  ];
}

async function countBroken(sql: Sql, rule: Rule): Promise<Found> {
  const { place, condition, columns } = rule;
  const broken = `from ${place} where not (${condition})`;
  const [counted] = await sql.unsafe<{ rows: number }[]>(`select count(*)::int as rows ${broken}`);
  const values = isCoded(rule)
    ? await sql.unsafe<Found['values'][number][]>(
        `select left(${columns[0]}::text, 60) as value, count(*)::int as rows ${broken}
          group by 1 order by 2 desc, 1 limit ${mostValues}`,
      )
    : [];
  return { rule, rows: counted?.rows ?? 0, values: [...values] };
}

const isCoded = ({ name, columns }: Rule): boolean => name.endsWith('_code') && columns.length === 1;

interface Line {
  readonly zh: string;
  readonly en: string;
}

function lineOf({ rule, rows, values }: Found): Line {
  const { place, name, condition, columns } = rule;
  const names = columns.slice(0, mostColumns).join(', ');
  const isAll = values.reduce((sum, value) => sum + value.rows, 0) === rows;
  const list = (unit: string) =>
    `${values.map((value) => `${JSON.stringify(value.value)} × ${value.rows}`).join(', ')}${isAll ? '' : ` … ${unit}`}`;
  const rest = `select * from ${place} where not (${condition})`;
  return {
    zh: `- 表 ${place} 列 ${names}：${rows} 行不符合约束 ${name}${values.length > 0 ? `，值为 ${list('等')}` : ''}。查看：${rest}`,
    en: `- table ${place}, column ${names}: ${rows} rows break ${name}${values.length > 0 ? `, with ${list('and more')}` : ''}. To see them: ${rest}`,
  };
}

/** Null values are counted; for keys and references the database names the first violation. */
async function otherLine(sql: Sql, error: postgres.PostgresError): Promise<Line> {
  const {
    table_name: table = '?',
    column_name: column,
    constraint_name: name,
    detail = error.message,
  } = error;
  if (error.code === '23502' && column) {
    const [counted] = await sql<{ rows: number }[]>`
      select count(*)::int as rows from ${sql(table)} where ${sql(column)} is null`;
    return {
      zh: `- 表 ${table} 列 ${column}：${counted?.rows} 行为空。`,
      en: `- table ${table}, column ${column}: empty in ${counted?.rows} rows.`,
    };
  }
  return { zh: `- 表 ${table}（${name}）：${detail}`, en: `- table ${table} (${name}): ${detail}` };
}
