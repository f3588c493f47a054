// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text as they stand.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Records are written through platform/write, which takes care of version, change note and audit. Other statements are
 * listed here with their number and the reason: none of them writes a record that users work on.
 */
const others: Readonly<Record<string, readonly [number, string]>> = {
  // Counters, leases and progress of background jobs.
  'identity/account/lockout.queries.ts': [5, 'tries at a door, counted in one statement'],
  'identity/rate-limit/number-search.queries.ts': [1, 'searches, counted in one statement'],
  'identity/rate-limit/rate-limit.queries.ts': [2, 'requests, leased and counted in one statement'],
  'webhook/webhook.queries.ts': [
    4,
    'leases, taken and given back in one statement; messages cleared away by age',
  ],
  'imports/batch/imports.queries.ts': [2, 'the report of a check; headings by upsert'],
  'change/change.queries.ts': [4, 'the feed itself, cleared away by age'],
  // Credentials. The trail audits their use: a sign-in, a link, a code.
  'identity/account/reset.queries.ts': [3, 'links, spent all at once'],
  'identity/session/session.queries.ts': [6, 'sessions and the last sight of them'],
  'identity/token/oauth.queries.ts': [2, 'secrets of some minutes'],
  'identity/second-factor/second-factor.queries.ts': [10, 'secrets and codes, taken in one statement'],
  'identity/second-factor/login/challenge.queries.ts': [4, 'sign-ins that wait for a code'],
  'identity/user/former-usernames.queries.ts': [1, 'a key of search, at the start'],
  // Balances: condition and change are one statement.
  'fund/ledger/ledger.queries.ts': [2, 'balances, moved where enough is left, and sums of a day'],
  // Many rows at once.
  'division/division.queries.ts': [1, 'the national list, by upsert'],
  'demo/demo.queries.ts': [4, 'invented settings, on the trail as one act'],
};

/** Change notes that belong to the statements above. */
const notes: Readonly<Record<string, readonly [number, string]>> = {
  'demo/demo.queries.ts': [3, 'invented records, put in by the thousand'],
};

/** Files that write many rows without audit rows, with platform/write/bulk.ts instead of many.ts. */
const unaudited: Readonly<Record<string, readonly [number, string]>> = {
  'imports/batch/imports.queries.ts': [1, 'what became of each row, which the batch covers'],
  'demo/demo.queries.ts': [1, 'invented records, on the trail as one act'],
};

const bulk = /\b(?:sendRows|sendChanges|insertMany|updateRows|deleteMany)\(/g;
const statement =
  /\bdb\s*\.\s*(?:insert|update|delete)\(|\binsert into\b|\bdelete from\b|\bupdate \$\{|\bupdate \w+ set\b/gi;
const note = /\b(?:record(?:Many|Changed|Removed)?|note(?:Inserted|Updated|Removed|Moved|Reach|NewEnd))\(/g;

const root = 'server/src/modules';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

/** Files that match a pattern, with the number of matches. */
const found = (pattern: RegExp, texts: Iterable<readonly [string, string]>): Record<string, number> =>
  Object.fromEntries(
    [...texts].flatMap(([file, text]) => {
      const uses = text.match(pattern)?.length ?? 0;
      return uses > 0 ? [[file, uses]] : [];
    }),
  );
const sources = () => files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')] as const);
const expected = (list: Readonly<Record<string, readonly [number, string]>>) =>
  Object.fromEntries(Object.entries(list).map(([file, [count]]) => [file, count]));

it('writes records only through platform/write', () => {
  expect(found(statement, sources())).toEqual(expected(others));
});

it('leaves audit trail and change feed to platform/write', () => {
  expect(found(note, sources())).toEqual(expected(notes));
});

it('leaves bulk writes without audit rows to platform/write', () => {
  expect(found(bulk, sources())).toEqual(expected(unaudited));
});

it('would notice a statement, an audit row and a change note in a module', () => {
  const planted = [
    'await ctx.db\n    .insert(visit)\n    .values(row);',
    'await work.db.update(visit).set(changes);',
    'await ctx.db.execute(sql`delete from ${visit} where true`);',
    'preparedRows(sql`update ${visit} set version = version + 1`);',
  ];
  for (const text of planted) expect(found(statement, [['x.ts', text]])).toEqual({ 'x.ts': 1 });
  for (const text of ['record(work, entry);', 'noteUpdated(work, visit, [row]);'])
    expect(found(note, [['x.ts', text]])).toEqual({ 'x.ts': 1 });
  for (const text of ['sendRows(work, visit, rows);', 'await updateRows(work, visit, countyCode, rows);'])
    expect(found(bulk, [['x.ts', text]])).toEqual({ 'x.ts': 1 });
  expect(found(statement, [['x.ts', "taken.delete(id); hash.update('x');"]])).toEqual({});
});
