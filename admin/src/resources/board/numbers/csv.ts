/** A cell that a spreadsheet would take for a formula is marked as text. */
const defused = (text: string) => (/^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text);

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Numbers stay numbers; whatever was typed by somebody is text. */
const cell = (value: string | number) => (typeof value === 'number' ? String(value) : quoted(defused(value)));

/** With the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
