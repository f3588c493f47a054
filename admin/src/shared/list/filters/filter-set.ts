import { cloneElement, type ReactElement } from 'react';

type FilterElement = ReactElement<{ source: string }>;

/** The filters above a list, in their order: one for each that the API has, or it is a type error. */
export type FilterSet<Filter> = Readonly<Record<keyof Filter, FilterElement>>;

export const filterList = (filters: Readonly<Record<string, FilterElement>>): FilterElement[] =>
  Object.entries(filters).map(([source, filter]) => cloneElement(filter, { key: source }));
