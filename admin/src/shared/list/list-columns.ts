import { cloneElement, type ReactElement } from 'react';

/** For a field that the table of a list leaves out on purpose. */
export const notInList = null;

/**
 * The columns of a list, in their order. Each field of `Key` has one or is `notInList`, or it is a type error; one that
 * the rows of the list do not read cannot have any.
 */
export type ListColumns<Key extends PropertyKey, Row> = Readonly<
  Record<string, ReactElement | typeof notInList>
> & {
  readonly [Name in Key]: Name extends keyof Row ? ReactElement | typeof notInList : typeof notInList;
};

export const columnList = (
  columns: Readonly<Record<string, ReactElement | typeof notInList>>,
): ReactElement[] =>
  Object.entries(columns).flatMap(([key, column]) => (column ? [cloneElement(column, { key })] : []));
