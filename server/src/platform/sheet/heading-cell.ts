/** A heading in its column, with the group above it where there are two header rows. */
export interface HeadingCell {
  column: number;
  heading: string;
  group: string;
  /** Whether it shows the heading of the column before it, which is merged over both. */
  isContinued?: boolean;
}

export interface Candidate {
  column: number;
  spec: number;
  score: number;
  /** Whether a person said it. */
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
