import type { HeadingChoice } from '#modules/imports/headings/chosen-headings.rules.ts';
import type { RefusedColumns } from '#modules/imports/staging/imports.file.ts';
import { AppError, describe } from '#platform/core/errors.ts';
import type { SheetLine, SheetOffer } from '#platform/sheet/sheet-error.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importColumnLabel } from '#schema/codes/labels/import-columns.labels.ts';
import type { Io } from '#server/cli/io.ts';

/**
 * Prints the columns for which a sheet was refused, by their headings, which `--map` takes; and the faults of the given
 * choices, as they were typed.
 */
export function describeRefused(
  error: unknown,
  { kind, columnMap: choices }: { readonly kind: ImportKind; readonly columnMap: readonly HeadingChoice[] },
  io: Io,
): void {
  if (!(error instanceof AppError)) return;
  for (const [path, { code, zh, en }] of Object.entries(describe(error).fields)) {
    const choice = choices[Number(/^input\.columnMap\.(\d+)\./.exec(path)?.[1])];
    if (choice) io.say(`--map "${choice.heading}=${choice.key ?? ''}"：${code} ${zh} / ${en}`);
  }
  const { columns, line, sheets } = error.details as Refused;
  if (columns) describeColumns(columns, kind, io);
  if (line) {
    const [zh, en] = line.sheetName
      ? [`工作表“${line.sheetName}”`, ` of the sheet ${line.sheetName}`]
      : ['', ''];
    io.say(`${zh}第 ${line.rowNumber} 行 / row ${line.rowNumber}${en}`);
  }
  for (const { name } of sheets ?? [])
    io.say(`要读取的，请用 --sheet "${name}" 指定 / to have it read, say --sheet "${name}"`);
}

interface Refused {
  readonly columns?: RefusedColumns;
  /** The line for which the file is refused. */
  readonly line?: SheetLine;
  /** The sheets of which a person must choose those to read. */
  readonly sheets?: readonly SheetOffer[];
}

/** The key of a column, which `--map` takes, and what it is called. */
const inChinese =
  (kind: ImportKind) =>
  (key: string): string =>
    `${key}（${importColumnLabel(key, 'zh', kind)}）`;
const inEnglish =
  (kind: ImportKind) =>
  (key: string): string =>
    `${key} (${importColumnLabel(key, 'en', kind)})`;

function describeColumns(columns: RefusedColumns, kind: ImportKind, io: Io): void {
  for (const { heading: lower, group, keys } of columns.ambiguous) {
    const heading = `${group ?? ''}${lower}`;
    if (keys.length === 0) {
      io.say(
        `列“${heading}”是什么、其中的内容是否表示已经终止，不能确定：请改用通行的字样，或用 --map "${heading}=" 不读此列 / ` +
          `it is not clear what ${heading} is, or whether something in it is over: use the usual words, or leave it out with --map "${heading}="`,
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
  if (alone.length > 0)
    io.say(
      `缺少的列：${alone.map(inChinese(kind)).join('、')} / columns missing: ${alone.map(inEnglish(kind)).join(', ')}`,
    );
  for (const ways of columns.missingOneOf) {
    const zh = ways.map((keys) => keys.map(inChinese(kind)).join('+')).join(' 或 ');
    const en = ways.map((keys) => keys.map(inEnglish(kind)).join(' + ')).join(' or ');
    io.say(`缺少的列，有其一即可：${zh} / one of these is missing: ${en}`);
  }
}
