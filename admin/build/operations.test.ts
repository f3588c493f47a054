import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { operationsOf, withHashes } from './operations.ts';

const row = {
  file: 'row.graphql.ts',
  code: `import { graphql } from '../api/graphql.ts';
export const place = graphql(\`fragment Place on Division { code name }\`);
export const row = graphql(\`fragment Row on Household { id village { ...Place } }\`, [place]);`,
};
const list = {
  file: 'list.graphql.ts',
  code: `import { graphql } from '../api/graphql.ts';
import { place, row } from './row.graphql.ts';
export const list = graphql(
  \`
    query List($first: Int!) {
      households(first: $first) { nodes { ...Row village { ...Place } } }
    }
  \`,
  [row, place],
);`,
};
const text =
  'query List($first:Int!){households(first:$first){nodes{...Row village{...Place}}}}' +
  'fragment Row on Household{id village{...Place}}fragment Place on Division{code name}';
const hash = createHash('sha256').update(text).digest('hex');

test('an operation is kept with each fragment it needs once, under the hash of its text', () => {
  expect(operationsOf([list, row]).manifest).toEqual({ [hash]: text });
  expect(operationsOf([row, list]).manifest).toEqual({ [hash]: text });
});

test('the hash does not depend on whitespace and comments', () => {
  const spaced = { ...list, code: list.code.replace('{ nodes', '{\n # the page\n nodes') };
  expect(operationsOf([spaced, row]).manifest).toEqual({ [hash]: text });
});

test('built code holds the hash and no text', () => {
  const { hashes } = operationsOf([list, row]);
  const built = withHashes(list.code, hashes);
  expect(built).toContain(`export const list = ({ hash: '${hash}' });`);
  expect(built).not.toContain('households');
  expect(withHashes(row.code, hashes)).toContain('export const row = null;');
});

test('code without GraphQL documents is left unchanged', () => {
  const code = "import { graphql } from 'graphql';\ngraphql({ schema, source });";
  expect(withHashes(code, new Map())).toBeNull();
  expect(operationsOf([{ file: 'other.ts', code }]).manifest).toEqual({});
});

const written = (call: string) => [
  { file: 'x.graphql.ts', code: `import { graphql } from '../api/graphql.ts';\nconst a = ${call};` },
];

test.each([
  ['a text put together while running', 'graphql(`query A { $' + '{field} }`)', 'write each document as'],
  ['a text from elsewhere', 'graphql(text)', 'write each document as'],
  ['a document without a name', 'graphql(`{ me { rights } }`)', 'needs a name'],
  ['two operations at once', 'graphql(`query A { a } query B { b }`)', 'one operation or fragment'],
  ['a fragment that is nowhere', 'graphql(`query A { a { ...Gone } }`)', 'no fragment is named Gone'],
  ['a name given twice', 'graphql(`query A { a }`), b = graphql(`query A { b }`)', 'the name A is taken'],
])('refuses to build %s', (_what, call, message) => {
  expect(() => operationsOf(written(call))).toThrow(message);
});
