import { createContext, useContext } from 'react';
import type { ConsoleResource } from './console-resource.ts';

const ResourcesContext = createContext<readonly ConsoleResource[]>([]);

/** Around the console: all its resources, which pages would otherwise import in a circle. */
export const ResourcesProvider = ResourcesContext.Provider;

export const useConsoleResources = (): readonly ConsoleResource[] => useContext(ResourcesContext);

export const useConsoleResource = (name: string | undefined): ConsoleResource | undefined =>
  useConsoleResources().find((resource) => resource.name === name);
