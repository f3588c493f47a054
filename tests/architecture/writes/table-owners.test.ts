// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text as they stand.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * A table is written only by the module that declares its entity, so that its rules are in one place. Others read it
 * through the entity, or call a service of its module.
 */
const exceptions: Readonly<Record<string, string>> = {
  'attachment attachmentEntity': 'an upload is a file before a visit takes it up and gives it a place',
  'identity cadreRecord': 'which cadre somebody is, settled with the account that it opens the way for',
};

/** The demo inserts its county in bulk, without the verbs: no module uses it. */
const writesEverywhere = 'demo';

const root = 'server/src/modules';
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

const writes = [
  /\b(?:insert(?:All|Missing|Many)?|update(?:Where|Many)?|end|remove(?:Where|Many)?|send(?:Many|Update|Rows))\(\s*\w+,\s*(\w+)\b/g,
  /\.(?:insert|update|delete)\(\s*(\w+)\s*\)/g,
  /\b(?:insert into|delete from|update) \$\{(\w+)\}/gi,
];

const moduleOf = (file: string): string => file.split('/')[0] ?? '';

/** The module of each table: the one that declares its entity, otherwise the one named like its folder. */
const owners = new Map(
  files
    .filter((file) => file.endsWith('.entity.ts'))
    .flatMap((file) => [...read(file).matchAll(/^ {2}table: (\w+),/gm)].map(([, table]) => [table, file]))
    .map(([table = '', file = '']) => [table, moduleOf(file)]),
);

/** The module that an identifier comes from; the file's own where it is not imported. */
function ownerOf(identifier: string, file: string, text: string): string {
  const from = new RegExp(`import [^;]*\\b${identifier}\\b[^;]*from '#(modules|schema)/([\\w-]+)/`).exec(
    text,
  );
  if (from?.[1] === 'schema') return owners.get(identifier) ?? from[2] ?? '';
  if (from) return from[2] ?? '';
  const made = new RegExp(`\\bconst ${identifier}\\b[^=]*= \\{[^}]*?\\btable(?:: (\\w+))?[,\\s}]`).exec(text);
  return made ? ownerOf(made[1] ?? 'table', file, text) : moduleOf(file);
}

/** Writes of a file to other modules, as `<module> <entity>`. */
const foreignWrites = (file: string, text: string): string[] =>
  writes
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(([, entity = '']) =>
      ownerOf(entity, file, text) === moduleOf(file) ? [] : [`${moduleOf(file)} ${entity}`],
    );

it('each table is written by its own module only', () => {
  const found = files
    .filter((file) => moduleOf(file) !== writesEverywhere)
    .flatMap((file) => foreignWrites(file, read(file)));
  expect([...new Set(found)].sort()).toEqual(Object.keys(exceptions).sort());
});

it('would notice a write to a table of another module', () => {
  const text = `import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
    await update(work, cadreEntity, before, { leftOn }, { action: 'cadreLeaves' });`;
  expect(foreignWrites('pairing/cadre-leaves.service.ts', text)).toEqual(['pairing cadreEntity']);
  expect(foreignWrites('cadre/cadre.service.ts', text.replace('#modules/cadre', '.'))).toEqual([]);
  const ofTwoWords = text.replace('#modules/cadre/', '#modules/village-cadre/');
  expect(foreignWrites('pairing/cadre-leaves.service.ts', ofTwoWords)).toEqual(['pairing cadreEntity']);
});

it.each([
  [
    'by a record made on the spot',
    "const record = { name: 'Cadre', table: cadre };\nupdateWhere(work, record, where);",
  ],
  ['by a statement', 'await ctx.db\n  .update(cadre)\n  .set({ divisionCode });'],
  ['by SQL', 'await ctx.db.execute(sql`delete from ${cadre} where true`);'],
  ['many at once', 'await insertMany(work, cadre, rows);'],
])('would notice one %s', (_how, act) => {
  const text = `import { cadre } from '#schema/cadre/cadre.table.ts';\n${act}`;
  expect(foreignWrites('division/division.queries.ts', text)).toHaveLength(1);
  expect(foreignWrites('cadre/cadre.queries.ts', text)).toEqual([]);
});

it("knows the module of a table in another module's folder", () => {
  const text = `import { dutyExcuse } from '#schema/visit/visit.table.ts';\nawait ctx.db.insert(dutyExcuse);`;
  expect(foreignWrites('visit/visit.queries.ts', text)).toEqual(['visit dutyExcuse']);
  expect(foreignWrites('duty/duty.queries.ts', text)).toEqual([]);
});
