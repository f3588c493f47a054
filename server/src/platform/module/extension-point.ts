/**
 * A place where a module lets later ones add something that it may not know: what else happens when a household is
 * closed, one more kind of list to import.
 */
export interface ExtensionPoint<T> {
  readonly name: string;
  /** An entry under `provides` in the declaration of a module. */
  with(value: T): Provision;
}

export interface Provision {
  readonly point: ExtensionPoint<unknown>;
  readonly value: unknown;
}

export function extensionPoint<T>(name: string): ExtensionPoint<T> {
  const point: ExtensionPoint<T> = {
    name,
    with: (value) => ({ point: point as ExtensionPoint<unknown>, value }),
  };
  return point;
}
