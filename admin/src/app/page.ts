import { type ComponentType, lazy } from 'react';

/** A page in a chunk of its own: `page(() => import('./X.tsx'), 'X')`. */
export function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
}
