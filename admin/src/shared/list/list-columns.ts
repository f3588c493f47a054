import { cloneElement, type ReactElement } from 'react';

/** For a field that a list's table leaves out on purpose. */
export const notInList = null;

/**
 * The columns of a list, in order. Each field of `Key` must have one or be `notInList`, else it is a type error; a
 * field that the list does not read cannot have one.
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
