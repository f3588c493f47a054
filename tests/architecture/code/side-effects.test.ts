import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What type-graphql asks for before the first class with decorators; programs begin with it, nothing else has it. */
const exception = 'metadata-stub.ts';
const programs = ['server/src/main.ts', 'server/src/cli/bangfu.ts', 'server/src/cli/sdl.ts'];

/** Imports that bind no name, and so are there for what the file does while it is loaded. */
const effectsIn = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:import|await import\()\s*['"]([^'"]+)['"]/gm)].map(([, file = '']) => file);

/** Prototypes of classes of other files that are written to: `Field(…)(Imported.prototype, …)` and the like. */
function patchesIn(text: string): string[] {
  const imported = [...text.matchAll(/^import (?!type)[^;]*?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.replace(/^\s*(type\s+)?(\w+\s+as\s+)?/, '').trim()),
  );
  return [...text.matchAll(/\b(\w+)\.prototype\b/g)].flatMap(([, name = '']) =>
    imported.includes(name) ? [name] : [],
  );
}

const sources = ['server/src', 'schema'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.posix.join(root, file.split(path.sep).join('/'))),
);
const found = (inText: (text: string) => string[]) =>
  sources.flatMap((file) => inText(readFileSync(file, 'utf8')).map((what) => `${file}: ${what}`));

it('imports nothing for its effect but what type-graphql needs, at the beginning of a program', () => {
  const effects = found(effectsIn);
  expect(effects.map((effect) => effect.replace(/: .*\//, ': ')).sort()).toEqual(
    programs.map((program) => `${program}: ${exception}`).sort(),
  );
});

it('writes to no prototype of a class that another file made', () => {
  expect(found(patchesIn)).toEqual([]);
});

it('would notice either', () => {
  expect(effectsIn("import '#schema/enums.ts';\nimport { a } from 'b';\n")).toEqual(['#schema/enums.ts']);
  const late =
    "import { One, type Two } from '#schema/one.type.ts';\nField(() => String)(One.prototype, 'more');";
  expect(patchesIn(late)).toEqual(['One']);
});
