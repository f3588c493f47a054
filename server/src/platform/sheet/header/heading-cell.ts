import { columnIndex, columnName } from '../sheet-row.ts';

/** A heading in its column, with the group above it where there are two header rows. */
export interface HeadingCell {
  column: number;
  heading: string;
  group: string;
  /** Whether it shows the heading of the column before it, which is merged over both. */
  isContinued?: boolean;
  /** Of a column with values and without a heading, which is then called by its place. */
  unnamed?: Unnamed;
}

/** What stands in a column that has no heading of its own. */
export interface Unnamed {
  /** Cells with a value in rows that are records. */
  filled: number;
  /** Whether one of the cells is a day or a word for an end. */
  hasDateOrEnd: boolean;
}

/** What a column without a heading is called: J列. */
export const headingOfPlace = (column: number): string => `${columnName(column)}列`;

/** The columns that are called so. */
export const placesIn = (headings: Iterable<string>): number[] =>
  [...headings].flatMap((heading) => {
    const [, letters] = /^([a-z]{1,3})列$/i.exec(heading) ?? [];
    return letters === undefined ? [] : [columnIndex(letters)];
  });

export interface Candidate {
  column: number;
  spec: number;
  score: number;
  /** Whether a person chose it. */
  isChosen?: boolean;
}

/** Column → index of its spec. Each column and each spec is used once. */
export type Assignment = Map<number, number>;

/** A heading that may mean several columns, or one that another column has taken: a person has to say which. */
export interface AmbiguousCell {
  column: number;
  /** Indexes of the specs it may be. */
  specs: number[];
}
