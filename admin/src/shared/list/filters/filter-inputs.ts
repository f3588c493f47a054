import type { ReactElement } from 'react';
import type { ScreenCodes } from '../../codes/codes.ts';
import { SwitchFilter } from './SwitchFilter.tsx';

/** The label and type of a filter's input. */
export interface FilterInput {
  label?: string;
  /** The coded list of the value. */
  list?: ScreenCodes;
  choices?: readonly { id: unknown; name: string }[];
  /** While off it does not filter. */
  isSwitch?: boolean;
}

export type FilterInputs = Readonly<Record<string, FilterInput>>;

type Element = ReactElement<{ source: string } & FilterInput>;

/** By source; `codes` are the coded lists of filters that have no input of their own. */
export function filterInputs(
  filters: readonly Element[] = [],
  codes: Readonly<Record<string, ScreenCodes>> = {},
): FilterInputs {
  const withoutInput = Object.entries(codes).map(([source, list]) => [source, { list }]);
  const inputs = filters.map(({ type, props: { source, label, list, choices } }) => [
    source,
    { label, list, choices, isSwitch: type === SwitchFilter },
  ]);
  return Object.fromEntries([...withoutInput, ...inputs]);
}
