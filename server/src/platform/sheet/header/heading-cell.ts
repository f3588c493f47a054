import { columnIndex, columnName } from '../sheet-row.ts';

/** A heading in its column, with the group above it where there are two header rows. */
export interface HeadingCell {
  column: number;
  heading: string;
  group: string;
  /** Whether it shows the heading of the column before it, merged over both. */
  isContinued?: boolean;
  /** For a column with values and no heading, which is called by its letter. */
  unnamed?: Unnamed;
}

/** The content of a column without a heading. */
export interface Unnamed {
  /** Cells with a value, in rows that are records. */
  filled: number;
  /** Whether one of the cells is a day or a word for an end. */
  hasDateOrEnd: boolean;
}

/** The name of a column without a heading: J列. */
export const headingOfPlace = (column: number): string => `${columnName(column)}列`;

/** The columns with such names. */
export const placesIn = (headings: Iterable<string>): number[] =>
  [...headings].flatMap((heading) => {
    const [, letters] = /^([a-z]{1,3})列$/i.exec(heading) ?? [];
    return letters === undefined ? [] : [columnIndex(letters)];
  });

export interface HeadingCandidate {
  column: number;
  spec: number;
  score: number;
  /** Whether a person chose it. */
  isChosen?: boolean;
}

/** Column → index of its spec. Each column and each spec is used once. */
export type Assignment = Map<number, number>;

/** A heading that may mean several columns, or one that another column already has: a person has to decide. */
export interface AmbiguousCell {
  column: number;
  /** Indexes of the possible specs. */
  specs: number[];
}
