import { createContext, useContext } from 'react';

type Values = Record<string, unknown>;

const NONE: Values = {};

const UsualFilterContext = createContext<Values>(NONE);

/** Around a list: what it is narrowed by while nobody says otherwise. */
export const UsualFilter = UsualFilterContext.Provider;

export const useUsualFilter = (): Values => useContext(UsualFilterContext);
