import { type WriteCell, workbookChunks } from '#platform/sheet/writer/write-workbook.ts';
import type { Lang } from '#schema/codes/lang.ts';
import type { ExportColumn } from './columns.rules.ts';
import { exportCells, headingsOf, rowsOfSheet } from './sheet.rules.ts';

/** Some rows of an export, in order, each as the text of its JSON. */
export type Page = readonly string[];

/** One object per line, as the API answers it. */
export async function* jsonLines(pages: AsyncIterable<Page>): AsyncGenerator<string> {
  for await (const rows of pages) yield `${rows.join('\n')}\n`;
}

interface WorkbookOptions {
  readonly name: string;
  readonly lang: Lang;
  /** The number of rows, because sheets are named before the first is written. */
  readonly total: number;
}

/** A workbook of one sheet, or of several where the rows are too many for one. */
export function workbookOf(
  pages: AsyncGenerator<Page>,
  columns: readonly ExportColumn[],
  { name, lang, total }: WorkbookOptions,
): AsyncGenerator<Buffer> {
  const cells = (async function* (): AsyncGenerator<WriteCell[]> {
    for await (const rows of pages)
      for (const text of rows) {
        const row = JSON.parse(text) as { id: string };
        yield [row.id, ...exportCells(row, columns, lang)];
      }
  })();
  const sheets = Math.max(1, Math.ceil(total / rowsOfSheet));
  const head = headingsOf([{ types: [], path: 'id' }, ...columns], lang).map((heading) => ({ heading }));
  return workbookChunks(
    Array.from({ length: sheets }, (_, at) => ({
      name: sheets === 1 ? name : `${name} ${at + 1}`,
      columns: head,
      rows: some(cells, rowsOfSheet),
    })),
  );
}

/** The next rows of a source that is read further by others. */
async function* some<T>(source: AsyncGenerator<T>, most: number): AsyncGenerator<T> {
  for (let taken = 0; taken < most; taken += 1) {
    const { value, done } = await source.next();
    if (done) return;
    yield value;
  }
}
