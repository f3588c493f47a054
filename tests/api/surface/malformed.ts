import type { Operation } from './operations.ts';
import type { Random } from './random.ts';

export interface Malformed {
  readonly method: 'POST' | 'GET' | 'PUT' | 'DELETE' | 'OPTIONS';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string;
}

const marks = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '$',
  '!',
  '@',
  '...',
  '"',
  '"""',
  '#',
  '\\u12',
  '\0',
  '\ud800',
  '&',
  '|',
  '=',
  ',',
  '𠮷',
  '-',
  '0',
  '1e',
  'on',
  'fragment',
  'null',
  'true',
];

/** Removes, duplicates, swaps or inserts a few pieces of a text. */
function mangled(text: string, random: Random): string {
  let result = text;
  for (let times = 1 + random.int(4); times > 0; times -= 1) {
    const at = random.int(result.length + 1);
    const to = Math.min(result.length, at + random.int(12));
    const piece = random.pick([
      '',
      random.pick(marks),
      result.slice(at, to).repeat(2),
      result.slice(to, to + 9),
    ]);
    result = result.slice(0, at) + piece + result.slice(random.chance(0.7) ? to : at);
  }
  return random.chance(0.1) ? result.slice(0, random.int(result.length + 1)) : result;
}

const noise = (random: Random): string =>
  Array.from({ length: random.int(200) }, () =>
    random.chance(0.3) ? random.pick(marks) : String.fromCharCode(random.int(0xffff)),
  ).join('');

const deep = (random: Random): string => {
  const [open, close] = random.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ]);
  const levels = random.pick([20, 500, 5_000]);
  return `${open?.repeat(levels)}1${close?.repeat(levels)}`;
};

const anything = (random: Random): unknown =>
  random.pick([
    null,
    0,
    -1.5,
    Number.POSITIVE_INFINITY,
    true,
    '',
    'x',
    '{',
    [],
    [1],
    {},
    { a: { b: [] } },
    noise(random),
    ['a', null],
  ]);

const json = { 'content-type': 'application/json' };

/** A value of the wrong kind somewhere in otherwise valid variables. */
function wrongVariables(operation: Operation, random: Random): Operation {
  const names = Object.keys(operation.variables);
  if (names.length === 0) return { ...operation, variables: anything(random) as Record<string, unknown> };
  const name = random.pick(names);
  const value = operation.variables[name];
  const inner = value && typeof value === 'object' && !Array.isArray(value) && random.chance(0.6);
  const changed = inner
    ? { ...value, [random.pick([...Object.keys(value), 'nonsense', '__proto__'])]: anything(random) }
    : anything(random);
  return { ...operation, variables: { ...operation.variables, [name]: changed } };
}

const bodies: ((operation: Operation, random: Random) => string)[] = [
  (operation, random) => JSON.stringify({ ...operation, query: mangled(operation.query, random) }),
  (operation, random) => JSON.stringify({ ...operation, query: mangled(operation.query, random) }),
  (operation, random) => JSON.stringify({ ...operation, query: noise(random) }),
  (operation, random) => JSON.stringify(wrongVariables(operation, random)),
  (operation, random) => JSON.stringify(wrongVariables(operation, random)),
  (operation, random) => JSON.stringify({ ...operation, operationName: anything(random) }),
  (operation, random) => JSON.stringify({ ...operation, extensions: anything(random) }),
  (_operation, random) =>
    JSON.stringify({
      extensions: { persistedQuery: { version: anything(random), sha256Hash: anything(random) } },
    }),
  (_operation, random) => JSON.stringify({ query: anything(random), variables: anything(random) }),
  (operation, random) => mangled(JSON.stringify(operation), random),
  (operation, random) => JSON.stringify([operation, anything(random)]),
  (operation, random) => `{"query":${JSON.stringify(operation.query)},"variables":${deep(random)}}`,
  (operation, random) => `{"query":${JSON.stringify(operation.query)},"variables":{"v0":${deep(random)}}}`,
  (operation) => `{"__proto__":{"query":1},"query":${JSON.stringify(operation.query)}}`,
  (_operation, random) => noise(random),
  (_operation, random) => deep(random),
  () => '',
];

/** A request with a fault somewhere: in its body, document, variables or form. */
export function randomMalformed(operation: Operation, random: Random): Malformed {
  const payload = random.pick(bodies)(operation, random);
  if (random.chance(0.9)) return { method: 'POST', url: '/graphql', headers: json, payload };
  const type = random.pick([
    'text/plain',
    'application/graphql',
    'multipart/form-data',
    'x',
    'application/json; charset=utf-7',
  ]);
  const headers = {
    'content-type': type,
    accept: random.pick(['*/*', 'text/html', 'x', 'application/graphql-response+json', 'multipart/mixed']),
    authorization: random.pick([
      '',
      'Bearer',
      'Bearer x',
      'Bearer bf_0',
      'Basic x',
      `Bearer ${'x'.repeat(500)}`,
    ]),
  };
  const method = random.pick(['POST', 'POST', 'GET', 'PUT', 'DELETE', 'OPTIONS'] as const);
  const url = random.pick([
    '/graphql',
    `/graphql?query=${encodeURIComponent(operation.query)}`,
    '/graphql/',
    '/graphql?%',
  ]);
  return method === 'GET' ? { method, url, headers } : { method, url, headers, payload };
}
