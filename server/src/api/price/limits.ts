/** Limits of one request. Each is a number, so that a test can raise one and see what it prevented. */
export interface Limits {
  /** Bytes of a request's body, uploads apart; the variables are part of it. */
  readonly bodyBytes: number;
  /** Words and marks of a document, fragments counted once. */
  readonly tokens: number;
  /** Levels of fields, and of lists and objects within a value. */
  readonly depth: number;
  readonly valueDepth: number;
  /** The schema's own types nest deeper than any data. */
  readonly introspectionDepth: number;
  /** Fields of the document with its fragments spread out. */
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fragments: number;
  /** How often one selection set may name the same answer or spread the same fragment. */
  readonly repeats: number;
  readonly pageSize: number;
  /** Items of a list given as argument or variable. */
  readonly listItems: number;
  /** All single values of the variables. */
  readonly values: number;
  /** Points of one operation. */
  readonly price: number;
  /** Until the answer; mutations that say so take longer. */
  readonly requestMs: number;
  /** Of one statement of a request. */
  readonly statementMs: number;
  /** Whether anonymous callers may select more than public fields, and so read the schema. */
  readonly openToStrangers: boolean;
}

/** Several times what the largest of our own screens needs. */
export const usualLimits: Limits = {
  bodyBytes: 64 * 1024,
  tokens: 4_000,
  depth: 15,
  valueDepth: 10,
  introspectionDepth: 20,
  fields: 2_000,
  aliases: 100,
  directives: 50,
  fragments: 50,
  repeats: 10,
  pageSize: 100,
  listItems: 250,
  values: 5_000,
  price: 10_000,
  requestMs: 15_000,
  statementMs: 5_000,
  openToStrangers: false,
};
