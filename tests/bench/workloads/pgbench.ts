import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Sql } from 'postgres';
import type { Target } from '#tests/bench/operations/log-visit.ts';
import type { Statement } from '#tests/bench/servers/capture.ts';

/** Values that differ between visits, with their pgbench variables. */
type Substitutions = readonly (readonly [value: string, variable: string])[];

export function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Households to choose from by number, because pgbench has no lists. */
export async function addTargetTable(sql: Sql, targets: readonly Target[]): Promise<void> {
  await sql`drop table if exists bench_target`;
  await sql`create table bench_target (n int primary key, county text, village text, household_id uuid,
    pairing_id uuid, cadre_id uuid, user_id uuid, user_name text, token bytea)`;
  const list = (pick: (target: Target) => string) => targets.map(pick);
  await sql`insert into bench_target
    select ordinality, t.county, t.village, t.household, t.pairing, t.cadre, t.person, t.name,
      sha256(convert_to('bench-session-of-' || t.name, 'UTF8'))
    from unnest(${list((it) => it.county)}::text[], ${list((it) => it.village)}::text[],
      ${list((it) => it.householdId)}::uuid[], ${list((it) => it.pairingId)}::uuid[],
      ${list((it) => it.cadreId)}::uuid[], ${list((it) => it.userId)}::uuid[],
      ${list((it) => it.userName)}::text[]) with ordinality
      as t (county, village, household, pairing, cadre, person, name, ordinality)`;
  await sql`grant select on bench_target to bangfu_app`;
  await sql`analyze bench_target`;
}

/**
 * The statements of one visit as a pgbench script: the same texts in the same order, with differing values in
 * variables. One more statement chooses the household from a small table.
 */
export function scriptOf(
  statements: readonly Statement[],
  target: Target,
  visitId: string,
  targets: number,
): string {
  const token = statements
    .flatMap(({ parameters }) => parameters)
    .find((value) => /^\\x[0-9a-f]{64}$/.test(value ?? ''));
  const substitutions: Substitutions = [
    [visitId, ':visit_id'],
    [target.householdId, ':household_id'],
    [target.pairingId, ':pairing_id'],
    [target.cadreId, ':cadre_id'],
    [target.userId, ':user_id'],
    [target.userName, ':user_name'],
    [target.village, ':village'],
    [target.county, ':county'],
    ...(token ? [[token, ':token'] as const] : []),
  ];
  const lines = [
    `\\set n random(1, ${targets})`,
    'select *, uuidv7() as visit_id from bench_target where n = :n \\gset',
  ];
  for (const statement of statements) {
    const text = fillIn(statement, substitutions).replace(/\s+/g, ' ').trim();
    lines.push(/^insert into "audit_head"/.test(text) ? `${text} \\gset head_` : `${text};`);
  }
  return `${lines.join('\n')}\n`;
}

function fillIn({ text, parameters }: Statement, substitutions: Substitutions): string {
  const isHead = /^update "audit_head"/.test(text);
  return text.replace(/\$(\d+)/g, (_, number: string) => {
    const value = parameters[Number(number) - 1] ?? null;
    if (value === null) return 'null';
    if (isHead && /^\d+$/.test(value) && !substitutions.some(([one]) => one === value)) return nextSeq;
    const [, variable] = substitutions.find(([one]) => one === value) ?? [];
    return variable ?? pieced(value, substitutions);
  });
}

const nextSeq = '(:head_seq::bigint + 1)';

/** A text that contains such values, concatenated from pieces. */
function pieced(value: string, substitutions: Substitutions): string {
  const marks = substitutions.map(([one]) => one.replaceAll('\\', '\\\\')).join('|');
  const pieces = value.split(new RegExp(`(${marks}|(?<="seq":)\\d+)`));
  const sql = pieces
    .map((piece, place) => {
      if (place % 2 === 0) return piece === '' ? null : literal(piece);
      const [, variable] = substitutions.find(([one]) => one === piece) ?? [];
      return variable ? `${variable}::text` : `${nextSeq}::text`;
    })
    .filter((piece) => piece !== null);
  return sql.length === 1
    ? (sql[0] ?? literal(''))
    : sql.length === 0
      ? literal('')
      : `(${sql.join(' || ')})`;
}

/** A colon would start a variable, even within quotes. */
const literal = (text: string): string =>
  `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;

export async function runPgbench(
  databaseUrl: string,
  script: string,
  file: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  writeFileSync(file, script);
  const url = new URL(databaseUrl);
  const { stdout } = await promisify(execFile)(
    'pgbench',
    [
      ...['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(seconds), '-f', file],
      ...['-h', url.hostname, '-p', url.port, '-U', url.username, url.pathname.slice(1)],
    ],
    { env: { ...process.env, PGPASSWORD: url.password, PGOPTIONS: '-c role=bangfu_app -c TimeZone=UTC' } },
  );
  const failed = /number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? '0';
  const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  if (failed !== '0' || !(perSecond > 0)) throw new Error(`pgbench did not do its work:\n${stdout}`);
  return perSecond;
}
