import { createContext, useContext } from 'react';

type Values = Record<string, unknown>;

const NONE: Values = {};

const DefaultFilterContext = createContext<Values>(NONE);

/** Around a list: its default filter. */
export const DefaultFilter = DefaultFilterContext.Provider;

export const useDefaultFilter = (): Values => useContext(DefaultFilterContext);
