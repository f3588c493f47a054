import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commonLabels, commonPaths } from '#schema/codes/labels/common.labels.ts';
import { allLabels } from '#schema/codes/labels/field-labels.ts';

const root = join(import.meta.dirname, '../../../admin/src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'),
);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

const labels = new Set(
  [...allLabels.map(({ fields }) => fields), commonLabels, commonPaths].flatMap((fields) =>
    Object.values(fields).map(([zh, en]) => `['${zh}', '${en}']`),
  ),
);

/** What has the words of a field and is none: kinds of records, tabs, buttons, columns of what a verb did. */
const others: Readonly<Record<string, readonly string[]>> = {
  'bangfu.ts': ['search', 'label'],
  'board.messages.ts': ['COUNTY'],
  'counties.messages.ts': ['label'],
  'duties.messages.ts': ['label', 'outcome'],
  'exports.messages.ts': ['start'],
  'households.messages.ts': ['pairings'],
  'imports.messages.ts': ['reason'],
  'pairings.messages.ts': ['outcome'],
  'second-factor.messages.ts': ['code'],
  'tokens.messages.ts': ['state'],
  'visits.messages.ts': ['item'],
};

it('messages take the label of a field from the schema', () => {
  const copies = files
    .filter((file) => file.endsWith('messages.ts') || file.endsWith('bangfu.ts'))
    .flatMap((file) => {
      const found = [...textOf(file).matchAll(/\b(\w+): (\['[^']*', '[^']*'\])/g)]
        .filter(([, , words = '']) => labels.has(words))
        .map(([, key = '']) => key);
      return found.length > 0 ? [[file.replaceAll('\\', '/').replace(/^.*\//, ''), found] as const] : [];
    });
  expect(Object.fromEntries(copies)).toEqual(others);
});

it('ids are taken apart in one place', () => {
  const users = files.filter((file) => textOf(file).includes(".split(':')"));
  expect(users.map((file) => file.replaceAll('\\', '/'))).toEqual(['shared/record/global-id.ts']);
});
