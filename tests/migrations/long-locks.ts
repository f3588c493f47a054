import type { Migration } from '#platform/provision/migration-files.ts';

/** Tables with at most a row per token, person, day or queue: reading them takes no time. */
const fewRows = new Set(['api_token', 'token_usage', 'pgboss.queue']);

type Rule = (text: string, migration: Migration) => string | null;

const when = (pattern: RegExp, unless: RegExp | null, complaint: string): Rule => {
  return (text) => (pattern.test(text) && !unless?.test(text) ? complaint : null);
};

const rules: readonly Rule[] = [
  when(/^create (unique )?index/i, /\bconcurrently\b/i, 'an index of a table in use is built CONCURRENTLY'),
  when(/^drop index/i, /\bconcurrently\b/i, 'an index of a table in use is dropped CONCURRENTLY'),
  when(/^reindex/i, /\bconcurrently\b/i, 'REINDEX is CONCURRENTLY'),
  when(
    /add constraint .* (check|foreign key)\b/is,
    /not valid\s*;?\s*$/i,
    'a constraint is added NOT VALID and validated in a later step',
  ),
  when(
    /add constraint .* (unique|primary key)\b/is,
    /using index/i,
    'a key is built as an index CONCURRENTLY and added USING INDEX',
  ),
  when(
    /add (constraint .* )?exclude\b/is,
    null,
    'an exclusion constraint cannot be added without reading all',
  ),
  when(/alter column .* (set data )?type\b/is, null, 'another type is a new column, filled in batches'),
  when(
    /add column .*\b(serial|bigserial|generated always as \(.*\) stored)/is,
    null,
    'the column is written into every row',
  ),
  when(
    /add column .* default .*(random|now|clock_timestamp|uuid|nextval)\w*\(/is,
    null,
    'a default that differs is filled in batches',
  ),
  when(
    /add column (?!.*\bdefault\b).*\bnot null\b/is,
    null,
    'NOT NULL without a default fails where there are rows',
  ),
  when(/set (logged|unlogged|tablespace)\b/i, null, 'the table is written anew'),
  when(/^(lock|cluster|vacuum full|truncate)\b/i, null, 'holds the whole table'),
  (text, { steps, isStepwise }) =>
    /^(update|delete)\b/i.test(text) &&
    !(isStepwise && steps.some((step) => step.text === text && step.isRepeated))
      ? 'rows are changed in batches, "-- until nothing is left"'
      : null,
  (text, { isStepwise }) =>
    /validate constraint|\bconcurrently\b/i.test(text) && !isStepwise
      ? 'such a statement is a step of its own: begin the file with "-- step by step"'
      : null,
  (text, { steps }) => {
    const column = /alter column "?(\w+)"? set not null/i.exec(text)?.[1];
    if (!column) return null;
    const isChecked = steps.some((step) =>
      new RegExp(`"?${column}"? is not null\\)* not valid`, 'i').test(step.text),
    );
    const isValidated = steps.some((step) => /validate constraint/i.test(step.text));
    return isChecked && isValidated ? null : 'SET NOT NULL follows a validated CHECK that says the same';
  },
];

/**
 * Statements of a migration that would hold a lock for as long as a table is large; tables it creates itself are empty.
 */
export function longLocks(migration: Migration): string[] {
  const made = new Set(
    migration.steps.flatMap(
      ({ text }) => /^create table (?:if not exists )?"?([\w.]+)/i.exec(text)?.[1] ?? [],
    ),
  );
  return migration.steps.flatMap(({ text }) => {
    const table = tableOf(text);
    if (table !== null && (made.has(table) || fewRows.has(table))) return [];
    return rules.flatMap((rule) => {
      const complaint = rule(text, migration);
      return complaint ? [`${migration.tag}: ${complaint}: ${text.slice(0, 100)}`] : [];
    });
  });
}

const tableOf = (text: string): string | null =>
  /^(?:alter table(?: only)?|create (?:unique )?index(?: concurrently)? \S+ on|update|delete from) "?([\w.]+)"?/i.exec(
    text,
  )?.[1] ?? null;
