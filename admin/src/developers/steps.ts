import type { Both } from './text.ts';

export interface Step {
  /** Name of its files in `examples/`, without the ending. */
  readonly file: string;
  readonly title: Both;
  readonly words: readonly Both[];
}

/** Rights that these examples need; the tests give their tokens no more. */
export const rightsToTry = [
  'division.read',
  'household.read',
  'cadre.read',
  'pairing.read',
  'visit.read',
  'visit.write',
] as const;

export const steps: readonly Step[] = [
  {
    file: 'first-query',
    title: ['第一个查询', 'The first query'],
    words: [
      [
        '所有请求都是 `POST /graphql`，令牌放在请求头 `Authorization: Bearer` 之后。',
        'Every request is `POST /graphql`, with the token in the header after `Authorization: Bearer`.',
      ],
    ],
  },
  {
    file: 'pages',
    title: ['逐页读取', 'Page by page'],
    words: [
      [
        '每页最多 100 条，超过会报错。把上一页的 `endCursor` 作为下一页的 `after`，期间新增或删除记录也不会漏读、重读。',
        'A page holds 100 at most; more is an error. The `endCursor` of one page is the `after` of the next: nothing is missed or read twice while others add and delete.',
      ],
      [
        '`totalCount` 单独计价，不需要就不要选。',
        '`totalCount` has a price of its own: select it only where you need it.',
      ],
    ],
  },
  {
    file: 'errors',
    title: ['错误与价格', 'Errors and prices'],
    words: [
      [
        '看 `extensions.code`，不要看文字：代码不会变，文字可能改。`extensions.fields` 指出哪一项填错了。',
        'Read `extensions.code`, never the words: codes stay, words may change. `extensions.fields` says which input is wrong.',
      ],
      [
        '每个答复的 `extensions.cost` 和响应头 `x-cost` 写明价格；响应头 `ratelimit-limit`、`ratelimit-remaining`、`ratelimit-reset` 写明限额、剩余和几秒后恢复。用完时状态为 429，`retry-after` 写明几秒后再试。',
        '`extensions.cost` and the header `x-cost` of every answer say its price; the headers `ratelimit-limit`, `ratelimit-remaining` and `ratelimit-reset` say the budget, what is left and in how many seconds it is full again. Beyond it the status is 429 and `retry-after` says when to try again.',
      ],
      [
        '不在令牌辖区内的记录一律答复 `NOT_FOUND`，与不存在没有区别。',
        'What is beyond the token’s division is `NOT_FOUND`, as if it did not exist.',
      ],
    ],
  },
  {
    file: 'log-visit',
    title: ['写入：记录一次走访', 'Writing: log a visit'],
    words: [
      [
        '每次修改带一个自己生成的 `clientMutationId`（UUID）。没有收到答复就用同一个再发一次：不会重复登记，返回的是第一次的结果。',
        'Give each mutation a `clientMutationId` of your own, a UUID. When no answer came, send it again with the same one: nothing happens twice, and the first answer comes back.',
      ],
    ],
  },
  {
    file: 'changes',
    title: ['增量同步', 'Only what has changed'],
    words: [
      [
        '先取 `changesCursor`，再用“逐页读取”完整读一遍，以后只问 `changes`：`INSERTED`、`UPDATED` 用带来的内容替换，`REMOVED` 删除。内容存好之后再保存 `endCursor`。',
        'Take `changesCursor`, read everything once page by page, and from then on ask for `changes` alone: `INSERTED` and `UPDATED` replace what you have, `REMOVED` is to be forgotten. Store what came first and `endCursor` after it.',
      ],
      [
        '不会遗漏，但要等更早开始的写入都结束才给出，可能晚到片刻；不在令牌辖区内的变动看不到，移出辖区的记录以 `REMOVED` 通知。`CURSOR_EXPIRED` 表示要重新完整读一遍。',
        'None is left out, so each waits for all writing that began before it; what leaves the token’s division comes as `REMOVED`. `CURSOR_EXPIRED` means: read everything once more.',
      ],
    ],
  },
  {
    file: 'oauth',
    title: ['OAuth2（可选）', 'OAuth2, for those who need it'],
    words: [
      [
        '只支持 `client_credentials`：`client_id` 是令牌编号，`client_secret` 是令牌本身；换来的短期令牌用法相同，到期再换。',
        'The grant is `client_credentials`: the `client_id` is the id of the token, the `client_secret` the token itself. The short-lived one it gives is used in the same way; ask for another when it ends.',
      ],
    ],
  },
];
