import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';

const root = join(import.meta.dirname, '../../../admin/src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(root, file), 'utf8') }));

const importsFrom = (text: string, library: string): string[] =>
  [...text.matchAll(new RegExp(`import \\{([^}]*)\\} from '${library}'`, 'g'))].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().replace(/^type /, '')),
  );

/** What react-admin offers for editing a record without asking what the page has read of it. */
const unchecked = ['Edit', 'EditBase', 'EditView', 'EditInDialogButton', 'useEditController', 'useUpdate'];

it('records are edited in EditShell alone, whose form is held against query and mutation', () => {
  const users = files.filter(({ text }) =>
    importsFrom(text, 'react-admin').some((name) => unchecked.includes(name)),
  );
  expect(users.map(({ file }) => file)).toEqual(['shared/edit/EditShell.tsx']);
  const pages = files.flatMap(({ file, text }) =>
    [...text.matchAll(/\bedit: async \(\) => \(await import\('\.\/([^']+)'\)/g)].map(([, page]) =>
      file.replace(/[^/]+$/, `${page}`),
    ),
  );
  expect(pages.length).toBeGreaterThanOrEqual(6);
  expect(
    pages.filter((page) => !files.find(({ file }) => file === page)?.text.includes('<EditShell')),
  ).toEqual([]);
});

/** Dated acts: they overwrite nothing. */
const acts = ['setCategory'];

const edits = Object.keys(createSchema().getMutationType()?.getFields() ?? {}).filter(
  (name) => /^(update|correct|set)[A-Z]/.test(name) && !acts.includes(name),
);

/** The name under which a file of documents offers a mutation: a function, the documents of a resource, or itself. */
function senderOf(mutation: string): string | undefined {
  for (const { text } of files.filter(({ file }) => file.endsWith('.graphql.ts'))) {
    const [, declared] =
      new RegExp(`const (\\w+) = graphql\\([^;]*\\b${mutation}\\(input: \\$input\\)`).exec(text) ?? [];
    if (!declared) continue;
    const update = new RegExp(`const (\\w+Documents) = \\{[^;]*update: saveOf\\(${declared},`).exec(
      text,
    )?.[1];
    return update ?? new RegExp(`const (\\w+) = saveOf\\(\\s*${declared},`).exec(text)?.[1] ?? declared;
  }
  return undefined;
}

it('each mutation that edits is sent by a form whose fields start from what was read', () => {
  expect(edits.length).toBeGreaterThan(8);
  const without = edits.filter((mutation) => {
    const sender = senderOf(mutation);
    const form = new RegExp(`editFormOf\\(\\s*${sender}\\b|<EditVerbButton[^;]*\\b${sender}\\b`);
    const typed = new RegExp(`InputOf<typeof ${sender}>[^]*: EditFields<`);
    return !sender || !files.some(({ text }) => form.test(text) || typed.test(text));
  });
  expect(without).toEqual([]);
});
