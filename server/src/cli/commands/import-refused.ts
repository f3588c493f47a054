import type { RefusedColumns } from '#modules/imports/imports.file.ts';
import { AppError } from '#platform/errors.ts';
import type { Io } from '#server/cli/io.ts';

/** Which columns a sheet was refused for as a whole, by their headings: whoever reads it maps them by these. */
export function describeRefused(error: unknown, io: Io): void {
  if (!(error instanceof AppError)) return;
  const columns = error.details.columns as RefusedColumns | undefined;
  if (!columns) return;
  for (const { heading: lower, group, keys } of columns.ambiguous) {
    const heading = `${group ?? ''}${lower}`;
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
