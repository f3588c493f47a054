import { cloneElement, type ReactElement } from 'react';

type FilterElement = ReactElement<{ source: string }>;

/** The filters above a list, in order: a filter of the API without one is a type error. */
export type FilterSet<Filter> = Readonly<Record<keyof Filter, FilterElement>>;

export const filterList = (filters: Readonly<Record<string, FilterElement>>): FilterElement[] =>
  Object.entries(filters).map(([source, filter]) => cloneElement(filter, { key: source }));
