import type { Both } from './text.ts';

/** What the server charges; a test compares these figures with the server's. */
export const prices = { field: 1, count: 50, mutation: 500, shortList: 5, usualPage: 25 } as const;

export const priceRules: readonly Both[] = [
  [
    `每个字段 ${prices.field} 分，按可能返回的行数计。`,
    `A field costs ${prices.field} point for every row it may be read for.`,
  ],
  [
    `分页列表里的内容乘以 \`first\`；没有写 \`first\` 时按 ${prices.usualPage} 行计。`,
    `What is asked of a page's rows is multiplied by \`first\`, or by ${prices.usualPage} where none is given.`,
  ],
  [
    `不分页的短列表按 ${prices.shortList} 行计；\`nodes\` 按编号个数计。`,
    `A short list without pages counts as ${prices.shortList} rows, \`nodes\` as many as there are ids.`,
  ],
  [`\`totalCount\` ${prices.count} 分。`, `\`totalCount\` costs ${prices.count}.`],
  [
    `修改操作 ${prices.mutation} 分，另加返回内容的价格。`,
    `A mutation costs ${prices.mutation}, and what is read of its answer.`,
  ],
  [
    '变量、默认值和直接写出的值价格相同；`@skip`、`@include` 略去的部分不计价。',
    'Variables, defaults and literals cost the same; what `@skip` or `@include` leaves out costs nothing.',
  ],
  [
    '价格在执行之前算出，超出上限的查询不会执行（`OPERATION_TOO_EXPENSIVE`）；超出令牌限额时返回 429 和 `Retry-After`。',
    'The price is known before anything runs: beyond the limit nothing does (`OPERATION_TOO_EXPENSIVE`), and a token over its budget gets 429 with `Retry-After`.',
  ],
];
