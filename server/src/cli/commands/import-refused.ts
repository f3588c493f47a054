import type { HeadingChoice } from '#modules/imports/chosen-headings.rules.ts';
import type { RefusedColumns } from '#modules/imports/imports.file.ts';
import { AppError, describe } from '#platform/errors.ts';
import type { Io } from '#server/cli/io.ts';

/**
 * Which columns a sheet was refused for as a whole, by their headings, since whoever reads it maps them by these; and
 * what was wrong with what was said of headings, as it was typed.
 */
export function describeRefused(error: unknown, choices: readonly HeadingChoice[], io: Io): void {
  if (!(error instanceof AppError)) return;
  for (const [path, { code, zh, en }] of Object.entries(describe(error).fields)) {
    const choice = choices[Number(/^input\.columnMap\.(\d+)\./.exec(path)?.[1])];
    if (choice) io.say(`--map "${choice.heading}=${choice.key ?? ''}"：${code} ${zh} / ${en}`);
  }
  const columns = error.details.columns as RefusedColumns | undefined;
  if (columns) describeColumns(columns, io);
}

function describeColumns(columns: RefusedColumns, io: Io): void {
  for (const { heading: lower, group, keys } of columns.ambiguous) {
    const heading = `${group ?? ''}${lower}`;
    if (keys.length === 0) {
      io.say(
        `表头“${heading}”下有的内容看不出是否已经终止：请改用通行的字样，或用 --map "${heading}=" 不读此列 / ` +
          `below the heading ${heading} it is not clear whether something is over: use the usual words, or leave it out with --map "${heading}="`,
      );
      continue;
    }
    io.say(
      `表头“${heading}”可能是 ${keys.join('、')}，请用 --map "${heading}=${keys[0] ?? ''}" 指定，或用 --map "${heading}=" 不读此列 / ` +
        `the heading ${heading} may be ${keys.join(' or ')}: say so with --map "${heading}=${keys[0] ?? ''}", or leave it out with --map "${heading}="`,
    );
  }
  const alone = columns.missing.filter(
    (key) => !columns.missingOneOf.some((ways) => ways[0]?.at(-1) === key),
  );
  if (alone.length > 0) io.say(`缺少的列 / columns missing: ${alone.join('  ')}`);
  for (const ways of columns.missingOneOf) {
    const [zh, en] = ['或', 'or'].map((word) => ways.map((keys) => keys.join('+')).join(` ${word} `));
    io.say(`缺少的列，有其一即可：${zh} / one of these is missing: ${en}`);
  }
}
