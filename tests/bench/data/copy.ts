import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ReservedSql, Sql } from 'postgres';

export type Value = string | number | boolean | null | Buffer;

/** One table being filled by COPY, in a transaction that empties it first. */
export interface TableWriter {
  readonly table: string;
  readonly columns: readonly string[];
  rows: number;
  add(line: string): void;
  /** Waits until the added rows are sent, so that memory stays small. */
  drained(): Promise<void>;
  finish(): Promise<void>;
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function encode(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') {
    return special.test(value) ? value.replace(/[\\\t\n\r]/g, (mark) => escapes[mark] ?? mark) : value;
  }
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  return `\\\\x${value.toString('hex')}`;
}

/** One row in COPY's text format. */
export const copyLine = (values: readonly Value[]): string => `${values.map(encode).join('\t')}\n`;

const pieceSize = 128 * 1024;

export async function openTable(sql: Sql, table: string, columns: readonly string[]): Promise<TableWriter> {
  const own: ReservedSql = await sql.reserve();
  await own`begin`;
  // A table that is filled in the transaction that truncated it needs no WAL where the server's wal_level is minimal.
  await own`truncate ${own(table)}`;
  const out: Writable = await own`copy ${own(table)} (${own(columns as string[])}) from stdin`.writable();
  let piece = '';
  let isFull = false;
  const send = () => {
    if (piece === '') return;
    isFull = !out.write(piece);
    piece = '';
  };
  const writer: TableWriter = {
    table,
    columns,
    rows: 0,
    add(line) {
      writer.rows += 1;
      piece += line;
      if (piece.length >= pieceSize) send();
    },
    async drained() {
      if (isFull && out.writableNeedDrain) await once(out, 'drain');
      isFull = false;
    },
    async finish() {
      send();
      const done = finished(out);
      out.end();
      await done;
      await own`commit`;
      own.release();
    },
  };
  return writer;
}
