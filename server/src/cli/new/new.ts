import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addField, codedField } from './field.ts';
import { isPlainKind, plainKind } from './field-kinds.ts';
import { addModule } from './module.ts';
import { isCamel, isKebab, kebabOf, namesOf, pascalOf } from './names.ts';
import { Tree } from './tree.ts';

/** Writes the skeleton of a module or of a field, and says what is left for a person to do. */
const usage = `Say what is new:
  npx --yes pnpm@10 new module medical-aid [--plural medical-aid]
  npx --yes pnpm@10 new field household.waterSource --code WaterSource
  npx --yes pnpm@10 new field cadre.trainedOn --day        (or --text, --int, --money)
Names are in lower case, as above, and no reserved words of TypeScript.`;

class UsageError extends Error {}

/** The tree it is run in: the project, or a copy of it. */
const tree = new Tree(process.cwd());

function act(): string[] {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      plural: { type: 'string' },
      code: { type: 'string' },
      text: { type: 'boolean' },
      int: { type: 'boolean' },
      day: { type: 'boolean' },
      money: { type: 'boolean' },
    },
  });
  const [what, name = ''] = positionals;
  if (what === 'module' && isKebab(name)) {
    const names = namesOf(name, values.plural);
    if (!isKebab(names.plural)) throw new UsageError();
    return addModule(tree, names);
  }
  const [type = '', field = '', ...more] = name.split('.');
  const plain = Object.keys(values).filter(isPlainKind);
  if (what !== 'field' || !isCamel(type) || !isCamel(field) || more.length > 0) throw new UsageError();
  if (plain.length + (values.code ? 1 : 0) !== 1) throw new UsageError();
  const of = namesOf(kebabOf(type));
  const [kindName] = plain;
  const kind = kindName ? plainKind(kindName) : codedField(tree, pascalOf(kebabOf(values.code ?? '')), of);
  return addField(tree, { of, name: field, kind });
}

/** Brings imports into order and lines to their length. */
function format(files: readonly string[]): void {
  const biome = path.join(tree.root, 'node_modules/.bin/biome');
  const { status, stdout, stderr } = spawnSync(
    biome,
    ['check', '--write', '--linter-enabled=false', '--vcs-enabled=false', ...files],
    {
      cwd: tree.root,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stdout + stderr);
}

try {
  const left = act();
  tree.write();
  format([...tree.made, ...tree.changed]);
  console.log(`made ${tree.made.length}:\n  ${tree.made.join('\n  ')}`);
  console.log(`changed ${tree.changed.length}:\n  ${tree.changed.join('\n  ')}`);
  const steps = ['npx --yes pnpm@10 sdl && npx --yes pnpm@10 tada', ...left, 'npx --yes pnpm@10 check'];
  console.log(`left to do:\n  ${steps.join('\n  ')}`);
} catch (error) {
  const isUsage =
    error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? usage : (error as Error).message);
  process.exitCode = 1;
}
