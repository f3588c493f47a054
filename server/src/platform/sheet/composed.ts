/**
 * All headings that can be put together of one word of each list, the first of each first. An empty word stands for a
 * part that may be missing. People combine the same few words as they like, and a heading that nobody thought of would
 * be a column that is not read.
 */
export const composed = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (beginnings, words) => beginnings.flatMap((beginning) => words.map((word) => beginning + word)),
    [''],
  );
