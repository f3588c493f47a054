import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unwrittenIn } from '#tests/setup/unwritten.ts';

const project = path.resolve(import.meta.dirname, '../..');
/** A copy to throw away. */
const root = mkdtempSync(path.join(tmpdir(), 'bangfu-new-'));
const minutes = 60_000;

beforeAll(() => {
  const files = ['package.json', 'tsconfig.json', 'biome.jsonc'];
  const folders = ['schema', 'server', 'admin'];
  for (const name of [...files, ...folders])
    cpSync(path.join(project, name), path.join(root, name), {
      recursive: true,
      filter: (from) => !/[\\/](node_modules|dist[^\\/]*)$/.test(from),
    });
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs a program in the copy; returns its output and whether it succeeded. */
const run = (...args: string[]) =>
  new Promise<{ status: number; printed: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) =>
      resolve({ status: error ? 1 : 0, printed: stdout + stderr }),
    );
  });
const tsx = (file: string, ...args: string[]) => run('--import', 'tsx', file, ...args);
const make = (...args: string[]) => tsx('server/src/cli/new/new.ts', ...args);
const listed = (printed: string, what: 'made' | 'changed') =>
  Number(new RegExp(`^${what} (\\d+):`, 'm').exec(printed)?.[1]);

/** The compiler's errors for these files and all that they import. */
async function faultsOfTypes(...files: string[]): Promise<string> {
  const config = path.join(root, 'tsconfig.new.json');
  writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', include: [], files }));
  return (await run('node_modules/typescript-7/bin/tsc', '--noEmit', '--checkers', '1', '-p', config))
    .printed;
}

it('refuses what it cannot make, and then writes nothing', async () => {
  for (const args of [
    [],
    ['module', 'Well'],
    ['field', 'household'],
    ['field', 'household.a', '--int', '--day'],
    ['module', 'class'],
    ['module', 'well', '--plural', 'new'],
    ['field', 'household.delete', '--int'],
  ])
    expect(await make(...args)).toMatchObject({
      status: 1,
      printed: expect.stringContaining('Say what is new'),
    });
  expect((await make('module', 'household')).printed).toContain(
    'schema/household/household.table.ts is there already',
  );
  for (const [args, said] of [
    [['household.status', '--text'], 'Household has a field status already'],
    [['well.depth', '--int'], 'there is no type Well of the API'],
  ] as const)
    expect((await make('field', ...args)).printed).toContain(said);
  expect(unwrittenIn(root)).toEqual([]);
});

const byHand = ['visit', 'pairing', 'problem', 'member', 'webhook'];

it('says what is left to a person, and which tests ask for it', async () => {
  const { status, printed } = await make('field', 'cadre.licence', '--code', 'CadreLicence');
  expect(status, printed).toBe(0);
  const files = [...printed.matchAll(/^ {2}a test asks for it: (tests\S+): \S/gm)].map(
    ([, file = '']) => file,
  );
  expect(files.length).toBeGreaterThanOrEqual(5);
  expect(files.filter((file) => !existsSync(path.join(project, file)))).toEqual([]);
  expect(printed).toContain('where the list shows licence');
  const visit = await make('field', 'visit.lodging', '--int');
  expect(visit.printed).toContain(
    'the inputs by which it is written, in schema/visit, their verbs and their forms: by hand',
  );
  expect(visit.printed).toContain('`notInLists` there');
});

it(
  'makes a module and fields that need only labels and descriptions',
  async () => {
    const made = await make('module', 'water-well');
    expect(made.status, made.printed).toBe(0);
    expect(listed(made.printed, 'made')).toBeLessThanOrEqual(12);
    expect(listed(made.printed, 'changed')).toBeLessThanOrEqual(3);
    for (const field of [
      ['household.waterSource', '--code', 'WaterSource'],
      ['waterWell.lining', '--code', 'WellLining'],
      ['waterWell.depthMetres', '--int'],
      ['waterWell.cost', '--money'],
      // No one place declares the forms of these, so that their inputs and forms are left to be written.
      ...byHand.map((type) => [`${type}.pastTense`, '--text']),
    ])
      expect(await make('field', ...field)).toMatchObject({ status: 0 });
    expect(unwrittenIn(root)).toEqual(
      expect.arrayContaining([
        'schema/water-well/water-well.type.ts',
        'schema/household/household.type.ts',
        'schema/codes/household.codes.ts',
        'admin/src/resources/water-wells/index.ts',
      ]),
    );

    expect(await tsx('server/src/cli/sdl.ts')).toMatchObject({ status: 0 });
    expect(await run('node_modules/gql.tada/bin/cli.js', 'generate-output')).toMatchObject({ status: 0 });
    const types = await faultsOfTypes(
      'server/src/modules/water-well/water-well.module.ts',
      'server/src/modules/household/household.module.ts',
      'admin/src/resources/water-wells/index.ts',
      'server/src/modules/imports/imports.module.ts',
      'server/src/modules/webhook/webhook.module.ts',
      'admin/src/resources/households/fields.tsx',
      ...['households', 'visits', 'pairings', 'problems', 'users', 'webhooks'].map(
        (screen) => `admin/src/resources/${screen}/index.ts`,
      ),
      'admin/src/graphql-env.d.ts',
      'admin/src/vite-env.d.ts',
    );
    expect(types).toBe('');
  },
  10 * minutes,
);
