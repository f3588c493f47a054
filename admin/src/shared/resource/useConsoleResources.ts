import { createContext, useContext } from 'react';
import type { ConsoleResource } from './console-resource.ts';

const ResourcesContext = createContext<readonly ConsoleResource[]>([]);

/** Provides all resources to pages, which would otherwise import each other in a cycle. */
export const ResourcesProvider = ResourcesContext.Provider;

export const useConsoleResources = (): readonly ConsoleResource[] => useContext(ResourcesContext);

export const useConsoleResource = (name: string | undefined): ConsoleResource | undefined =>
  useConsoleResources().find((resource) => resource.name === name);
