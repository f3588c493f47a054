import { invalid } from '#platform/core/errors.ts';
import type { Limits } from './limits.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** Applies the limits on literals to variables as well. */
export function checkVariables(variables: Variables, limits: Limits): void {
  const left = { values: limits.values };
  for (const name of Object.keys(variables)) check(variables[name], name, 1, left, limits);
}

function check(value: unknown, path: string, level: number, left: { values: number }, limits: Limits): void {
  left.values -= 1;
  if (left.values < 0) throw invalid({ [path]: 'TOO_MANY' });
  if (value === null || typeof value !== 'object') return;
  if (level > limits.valueDepth) throw invalid({ [path]: 'TOO_DEEP' });
  if (Array.isArray(value)) {
    if (value.length > limits.listItems) throw invalid({ [path]: 'TOO_MANY' });
    for (const [at, item] of value.entries()) check(item, `${path}.${at}`, level + 1, left, limits);
    return;
  }
  for (const [name, item] of Object.entries(value)) check(item, `${path}.${name}`, level + 1, left, limits);
}
