/** A cell that a spreadsheet would take for a formula gets a leading apostrophe. */
const defused = (text: string) => (/^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text);

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Numbers stay numbers; typed text is quoted. */
const cell = (value: string | number) => (typeof value === 'number' ? String(value) : quoted(defused(value)));

/** Starts with the byte order mark by which spreadsheets recognise UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
