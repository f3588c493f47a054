import type { Both } from './text.ts';

/** Months a deprecated part stays at the least; a test holds it against the check that refuses shorter notice. */
export const monthsOfNotice = 6;

export const versionRules: readonly { title: Both; words: Both }[] = [
  {
    title: ['一个接口，不分版本号', 'One API without version numbers'],
    words: [
      '地址始终是 `/graphql`。接口只增不减：新的类型、字段、可选参数和枚举值随时可能出现，不会改变原有查询的答案。',
      'It is `/graphql` for good and only grows: new types, fields, optional arguments and enum values may come at any time and change no answer to an existing query.',
    ],
  },
  {
    title: ['调用方要做到', 'What callers must do'],
    words: [
      '容忍没见过的枚举值和类型；编号按不透明文本保存，不拆解；按 `extensions.code` 判断错误；按字段名取值，不依赖顺序。',
      'Expect enum values and types you have not seen; keep ids as opaque text; decide by `extensions.code`; read fields by name, never by order.',
    ],
  },
  {
    title: ['弃用', 'Deprecation'],
    words: [
      `不再推荐的字段标上 \`@deprecated\`，写明弃用日、保留到哪一天和替代办法，至少保留 ${monthsOfNotice} 个月。接口参考页会显示。`,
      `What is no longer advised is marked \`@deprecated\` with the day, the day until which it stays, and what to use instead; it stays ${monthsOfNotice} months at least. The reference shows it.`,
    ],
  },
  {
    title: ['不兼容的改动', 'Breaking changes'],
    words: [
      '每次提交都与上一次发布的接口比对：删除、改类型、新增必填项、改默认值，一律不能通过检查，除非连同理由写进 `schema/releases/declared.ts` 并随发布说明公布。',
      'Every commit is compared with the API of the last release: what is removed, changes its type, becomes required or has another default fails the check, unless it is declared with its reason in `schema/releases/declared.ts` and told in the release notes.',
    ],
  },
  {
    title: ['不属于承诺的', 'What is not promised'],
    words: [
      '文字说明和错误提示的措辞、价格的具体分数、未指定排序时的顺序。',
      'The words of descriptions and errors, the exact price of an operation, the order of lists that were asked for in none.',
    ],
  },
];
