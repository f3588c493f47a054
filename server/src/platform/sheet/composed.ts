/**
 * All headings composed of one word of each list, beginning with the first ones. An empty word stands for an optional
 * part. People combine the same few words freely, and a heading that is not listed would be a column that is not read.
 */
export const composed = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (beginnings, words) => beginnings.flatMap((beginning) => words.map((word) => beginning + word)),
    [''],
  );
