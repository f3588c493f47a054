import { toWrite } from './names.ts';

/** What of a field depends on what it holds. */
export interface FieldKind {
  /** Its column, and what that is imported from. */
  readonly column: string;
  readonly columnFrom: readonly (readonly [name: string, from: string])[];
  /** The type in the API and in TypeScript, and where the former comes from. */
  readonly api: string;
  readonly type: string;
  readonly apiFrom: readonly [name: string, from: string] | null;
  /** The decorator that checks it in an input. */
  readonly check: readonly [decorator: string, name: string] | null;
  /** Of `admin/src/shared/fields/kinds.tsx`. */
  readonly shown: string;
  readonly shownFrom: readonly (readonly [name: string, from: string])[];
}

const kinds = '../../shared/fields/kinds.tsx';

const plain: Readonly<Record<'text' | 'int' | 'day' | 'money', FieldKind>> = {
  text: {
    column: 'text()',
    columnFrom: [['text', 'drizzle-orm/pg-core']],
    api: 'String',
    type: 'string',
    apiFrom: null,
    check: ['@Text(200)', 'Text'],
    shown: 'text',
    shownFrom: [['text', kinds]],
  },
  int: {
    column: 'integer()',
    columnFrom: [['integer', 'drizzle-orm/pg-core']],
    api: 'Int',
    type: 'number',
    apiFrom: ['Int', 'type-graphql'],
    check: ['@Between(0, 9_999)', 'Between'],
    shown: 'count(9_999)',
    shownFrom: [['count', kinds]],
  },
  day: {
    column: 'day()',
    columnFrom: [['day', '../columns.ts']],
    api: 'Day',
    type: 'string',
    apiFrom: ['Day', '../scalars.ts'],
    check: null,
    shown: 'day',
    shownFrom: [['day', kinds]],
  },
  money: {
    column: "bigint({ mode: 'bigint' })",
    columnFrom: [['bigint', 'drizzle-orm/pg-core']],
    api: 'Money',
    type: 'bigint',
    apiFrom: ['Money', '../scalars.ts'],
    check: null,
    shown: 'text',
    shownFrom: [['text', kinds]],
  },
};

export const isPlainKind = (name: string): name is keyof typeof plain => name in plain;
export const plainKind = (name: keyof typeof plain): FieldKind => plain[name];

/** A key of a coded list. */
export function codedKind(list: string, file: string): FieldKind {
  const from = `#schema/${file.slice('schema/'.length)}`;
  return {
    column: `coded(${list})`,
    columnFrom: [
      [list, from],
      ['coded', '../coded.ts'],
      ['codeChecks', '../coded.ts'],
    ],
    api: `${list}.enum`,
    type: list,
    apiFrom: [list, from],
    check: null,
    shown: `code(${list})`,
    shownFrom: [
      [list, from],
      ['code', kinds],
    ],
  };
}

export const codesFile = (list: string): string =>
  `import { type CodeOf, defineCodes } from '../codes/define-codes.ts';\n\n${codesOf(list)}`;

export const codesOf = (list: string): string => `\
export const ${list} = defineCodes('${list}', '${toWrite}', '${toWrite}', {
  OTHER: { zh: '其他', en: 'Other', synonyms: ['其它'] },
});
export type ${list} = CodeOf<typeof ${list}>;
`;
