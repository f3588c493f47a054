// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text as they stand.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Records are written through platform/write, where version, change note and audit cannot be forgotten. Statements of
 * other kinds stand here with their number and the reason: nothing among them is a record that somebody works on.
 */
const others: Readonly<Record<string, readonly [number, string]>> = {
  // Counters, leases and states of background work.
  'identity/account/lockout.queries.ts': [5, 'tries at a door, counted in one statement'],
  'identity/rate-limit/number-search.queries.ts': [1, 'searches, counted in one statement'],
  'identity/rate-limit/rate-limit.queries.ts': [2, 'requests, leased and counted in one statement'],
  'webhook/webhook.queries.ts': [7, 'leases, tries and position of the deliveries'],
  'exports/exports.queries.ts': [2, 'how far a file is'],
  'imports/batch/imports.queries.ts': [2, 'the report of a check; headings by upsert'],
  'change/change.queries.ts': [4, 'the feed itself, cleared away by age'],
  // What proves who somebody is. The trail tells of it as acts: a sign-in, a link, a code.
  'identity/account/reset.queries.ts': [3, 'links, spent all at once'],
  'identity/session/session.queries.ts': [6, 'sessions and the last sight of them'],
  'identity/token/oauth.queries.ts': [2, 'secrets of some minutes'],
  'identity/second-factor/second-factor.queries.ts': [10, 'secrets and codes, taken in one statement'],
  'identity/second-factor/login/challenge.queries.ts': [4, 'sign-ins that wait for a code'],
  'identity/user/former-usernames.queries.ts': [1, 'a key of search, at the start'],
  // Many rows at once.
  'division/division.queries.ts': [3, 'the national list by upsert, and the codes given up'],
  'demo/demo.queries.ts': [4, 'invented settings, told as one act'],
};

/** Notes for those who follow that go with the statements above. */
const notes: Readonly<Record<string, readonly [number, string]>> = {
  'demo/demo.queries.ts': [3, 'invented records, put in by the thousand'],
};

/** What writes many rows at once without a word to the trail: of platform/write/bulk.ts, beneath many.ts. */
const unaudited: Readonly<Record<string, readonly [number, string]>> = {
  'imports/batch/imports.queries.ts': [1, 'what became of each row, which the batch covers'],
  'demo/demo.queries.ts': [1, 'invented records, told as one act'],
};

const bulk = /\b(?:sendRows|sendChanges|insertMany|updateRows|deleteMany)\(/g;
const statement =
  /\bdb\s*\.\s*(?:insert|update|delete)\(|\binsert into\b|\bdelete from\b|\bupdate \$\{|\bupdate \w+ set\b/gi;
const note = /\b(?:record(?:Many|Changed|Removed)?|note(?:Inserted|Updated|Removed|Moved|Reach|NewEnd))\(/g;

const root = 'server/src/modules';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

/** Files that write or note in another way, by the number of places. */
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

it('writes records through platform/write alone', () => {
  expect(found(statement, sources())).toEqual(expected(others));
});

it('leaves the audit trail and the change feed to platform/write', () => {
  expect(found(note, sources())).toEqual(expected(notes));
});

it('leaves writing many rows without an audit row to platform/write', () => {
  expect(found(bulk, sources())).toEqual(expected(unaudited));
});

it('would notice a statement, an audit row and a note of a module of its own', () => {
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
