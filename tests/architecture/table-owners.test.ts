import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * A table is written by the module that declares its entity, and by no other: whatever must hold of its rows stands in
 * one place. Others read it through the entity, or call a service of its module.
 */
const exceptions: Readonly<Record<string, string>> = {
  'attachment attachmentEntity': 'an upload is a file before a visit takes it up and gives it a place',
};

const root = 'server/src/modules';
const write =
  /\b(?:insert(?:All|Missing|Many)?|update(?:Where|Many)?|end|remove(?:Where|Many)?|send(?:Many|Update|Rows))\(\s*\w+,\s*(\w+)\b/g;

/** The module that an identifier of a file comes from: another one only where it is imported by its path. */
function ownerOf(identifier: string, file: string, text: string): string {
  const imported = new RegExp(`import [^;]*\\b${identifier}\\b[^;]*from '#modules/(\\w+)/`).exec(text);
  return imported?.[1] ?? moduleOf(file);
}

const moduleOf = (file: string): string => file.split('/')[0] ?? '';

/** What a file writes of other modules, as `<module> <entity>`. */
const foreignWrites = (file: string, text: string): string[] =>
  [...text.matchAll(write)].flatMap(([, entity = '']) =>
    ownerOf(entity, file, text) === moduleOf(file) ? [] : [`${moduleOf(file)} ${entity}`],
  );

it('has each table written by its own module alone', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const found = files.flatMap((file) => foreignWrites(file, readFileSync(`${root}/${file}`, 'utf8')));
  expect([...new Set(found)].sort()).toEqual(Object.keys(exceptions).sort());
});

it('would notice a write to a table of another module', () => {
  const text = `import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
    await update(work, cadreEntity, before, { leftOn }, { action: 'cadreLeaves' });`;
  expect(foreignWrites('pairing/cadre-leaves.service.ts', text)).toEqual(['pairing cadreEntity']);
  expect(foreignWrites('cadre/cadre.service.ts', text.replace('#modules/cadre', '.'))).toEqual([]);
});
