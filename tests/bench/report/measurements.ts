import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.resolve(import.meta.dirname, '../../../docs/measurements.md');
const marks = /(<!-- measured: begin -->\n)[\s\S]*(<!-- measured: end -->)/;

/** The last table is stored in docs/measurements.md. */
export function keepInDocs(text: string): void {
  const before = readFileSync(file, 'utf8');
  if (!marks.test(before)) throw new Error('docs/measurements.md has no place for what was measured');
  writeFileSync(
    file,
    before.replace(marks, (_, begin: string, end: string) => `${begin}\n${text}\n${end}`),
  );
}
