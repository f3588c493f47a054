import { eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { whichToken } from '#modules/identity/user/who.entity.ts';
import { keyedFormat } from '#platform/audit/chain.ts';
import { invalid } from '#platform/core/errors.ts';
import { parseGlobalId } from '#platform/core/ids.ts';
import { notMoved } from '#platform/feed/place.ts';
import { by, type Columns, defineEntity } from '#platform/read/entity.ts';
import { numbersMasked } from '#platform/read/numbers-masked.ts';
import { byDivision, inDivision } from '#platform/read/scope.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { AuditEvent } from '#schema/audit/audit.type.ts';
import { Day } from '#schema/scalars.ts';

/**
 * The chain covers what was written, so it can never be rewritten: rows of earlier releases, whose masks showed more
 * and which contain birth dates and numbers in notes, are masked when they are read.
 */
function shownOf(text: PgColumn | undefined, { format }: Columns): SQL {
  const cuts = [
    [String.raw`"\d{6}[*]{8}(\d{3}[\dX])"`, String.raw`"****\1"`],
    [String.raw`"\d{3}[*]{4}(\d{4})"`, String.raw`"****\1"`],
    [String.raw`"0\d{2,3}-[*]{4}\d(\d{2})"`, String.raw`"****\1"`],
    [String.raw`"birthOn":"(\d{4})-\d\d-\d\d"`, String.raw`"birthOn":"\1"`],
  ];
  const cut = cuts.reduce<SQL>(
    (shown, [long, short]) =>
      sql`regexp_replace(${shown}, ${sql.raw(`'${long}'`)}, ${sql.raw(`'${short}'`)}, 'g')`,
    numbersMasked(sql`${text}`),
  );
  return sql`case when ${format} >= ${sql.raw(String(keyedFormat))} then ${text} else ${cut} end`;
}

/** First instant of a day in Asia/Shanghai. */
const startOf = (day: string) => `${day}T00:00:00+08:00`;

export const auditEntity = defineEntity({
  type: AuditEvent,
  table: auditEvent,
  place: notMoved('an act stays on the trail of the place where it was done'),
  key: ['countyCode', 'seq'],
  plural: 'audit events',
  right: 'audit.read',
  scope: byDivision('divisionCode'),
  query: { one: 'auditEvent', list: 'auditEvents' },
  defaultSort: [{ field: 'AT', direction: 'DESC' }],
  sorts: { AT: { description: 'By time.', sql: by('at') } },
  computed: {
    tokenName: whichToken('tokenId', "The token by which a program did it in that person's name, by name."),
    before: {
      type: () => String,
      nullable: true,
      description: 'The record before, as JSON text; null where it was made. Personal data as in `after`.',
      sql: (columns) => shownOf(columns.before, columns),
    },
    after: {
      type: () => String,
      nullable: true,
      description:
        'The record after, as JSON text. Personal data is masked, within notes as well, and of `birthOn` it tells the year.',
      sql: (columns) => shownOf(columns.after, columns),
    },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Concerning this division or what lies below it.',
      sql: inDivision('divisionCode'),
    },
    action: {
      type: () => String,
      description: 'Only this action.',
      sql: (_t, value: string) => eq(auditEvent.action, value),
    },
    actor: {
      type: () => String,
      description: 'Only this person, by name.',
      sql: (_t, value: string) => eq(auditEvent.actorName, value),
    },
    record: {
      type: () => String,
      description: 'The history of one record, by its global id.',
      sql: (_t, value: string, _ctx, path) => ofRecord(value, path),
    },
    from: {
      type: () => Day,
      description: 'From this day on.',
      sql: (_t, day: string) => gte(auditEvent.at, startOf(day)),
    },
    to: {
      type: () => Day,
      description: 'Up to this day.',
      sql: (_t, day: string) => lt(auditEvent.at, sql`${startOf(day)}::timestamptz + interval '1 day'`),
    },
  },
});

function ofRecord(id: string, path: string) {
  const parsed = parseGlobalId(id);
  if (!parsed) throw invalid({ [path]: 'INVALID_ID' });
  const [first, second] = parsed.parts;
  const countyCode = second === undefined ? '000000' : first;
  return sql`${auditEvent.countyCode} = ${countyCode} and ${auditEvent.entity} = ${parsed.type}
    and ${auditEvent.entityId} = ${second ?? first}`;
}
