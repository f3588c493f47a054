import type postgres from 'postgres';

/**
 * Rewrites masked numbers stored when masks still showed the beginning of a number. Works in batches, each a
 * transaction that locks only its own rows; an interrupted run starts again and skips what is done. Then validates the
 * checks of the tables, which blocks no writes.
 */

/** About a second on a busy machine, for which a concurrent save of one of the rows has to wait. */
const batch = 1_000;
const done = { key: 'short masks', value: 'done' };

/** `130434********1234`, `138****8000` and `0310-****345`; two digits of a landline stay. */
const shortened = (column: string) => `case when ${column} ~ '^0\\d{2,3}-' then '****' || right(${column}, 2)
  when length(${column}) > 8 then '****' || right(${column}, 4) else ${column} end`;

/** Former values that an import overwrote, kept as JSON text for its roll-back. */
const shortenedWithin = (column: string) => `regexp_replace(regexp_replace(regexp_replace(${column},
  '"\\d{6}[*]{8}(\\d{3}[\\dX])"', '"****\\1"', 'g'), '"\\d{3}[*]{4}(\\d{4})"', '"****\\1"', 'g'),
  '"0\\d{2,3}-[*]{4}\\d(\\d{2})"', '"****\\1"', 'g')`;

interface Place {
  readonly table: string;
  readonly key: readonly (readonly [column: string, type: string])[];
  readonly columns: readonly string[];
  readonly within?: true;
}

const byId = [
  ['county_code', 'text'],
  ['id', 'uuid'],
] as const;

const places: readonly Place[] = [
  { table: 'cadre', key: byId, columns: ['phone_masked'] },
  { table: 'household', key: byId, columns: ['head_id_masked', 'phone_masked'] },
  { table: 'member', key: byId, columns: ['resident_id_masked', 'phone_masked'] },
  {
    table: 'import_row',
    key: [
      ['county_code', 'text'],
      ['batch_id', 'uuid'],
      ['row_number', 'int'],
    ],
    columns: ['written'],
    within: true,
  },
];

/** One batch; returns the key of its last row, nothing at the end of the table. */
function statementOf({ table, key, columns, within }: Place, isFirst: boolean): string {
  const names = key.map(([name]) => name).join(', ');
  const given = key.map(([, type], at) => `$${at + 1}::text::${type}`).join(', ');
  const cut = within ? shortenedWithin : shortened;
  const isLong = (column: string) => (within ? `${column} like '%***%'` : `length(${column}) > 8`);
  return `with part as (
      select ${names} from ${table} ${isFirst ? '' : `where (${names}) > (${given})`} order by ${names} limit ${batch}
    ), cut as (
      update ${table} as t set ${columns.map((column) => `${column} = ${cut(`t.${column}`)}`).join(', ')} from part
      where ${key.map(([name]) => `t.${name} = part.${name}`).join(' and ')}
        and (${columns.map((column) => isLong(`t.${column}`)).join(' or ')})
    )
    select ${key.map(([name]) => `${name}::text`).join(', ')} from part
    order by ${key.map(([name]) => `part.${name} desc`).join(', ')} limit 1`;
}

async function rewrite(sql: postgres.Sql, place: Place): Promise<void> {
  let at: string[] | null = null;
  for (;;) {
    const [last]: Record<string, string>[] = await sql.unsafe(statementOf(place, at === null), at ?? []);
    if (!last) return;
    at = Object.values(last);
  }
}

export async function shortenMasks(sql: postgres.Sql): Promise<void> {
  const [known] = await sql`select from app_meta where key = ${done.key}`;
  if (known) return;
  for (const place of places) {
    await rewrite(sql, place);
    if (!place.within)
      await sql.unsafe(`alter table ${place.table} validate constraint ${place.table}_masks`);
  }
  await sql`insert into app_meta ${sql(done)} on conflict do nothing`;
}
