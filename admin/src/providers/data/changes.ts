const isSame = (a: unknown, b: unknown) =>
  (a ?? null) === (b ?? null) || JSON.stringify(a) === JSON.stringify(b);

/**
 * What an edit really changed. Inputs that were never touched hold null, and the API would take null as
 * "empty this": a phone number that is only shown masked must not be wiped by saving an address.
 */
export function changesOf<Input extends object>(input: Input, before: object): Partial<Input> {
  const former = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(input).filter(([key, value]) => !isSame(value, former.get(key)));
  return Object.fromEntries(changed) as Partial<Input>;
}
