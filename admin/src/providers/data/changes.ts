const isSame = (a: unknown, b: unknown) =>
  (a ?? null) === (b ?? null) || JSON.stringify(a) === JSON.stringify(b);

/**
 * The values an edit really changed. Inputs that were never touched hold null, which the API would take as "empty
 * this": a masked phone number must not be wiped by saving an address.
 */
export function changesOf<Input extends object>(input: Input, before: object): Partial<Input> {
  const former = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(input).filter(([key, value]) => !isSame(value, former.get(key)));
  return Object.fromEntries(changed) as Partial<Input>;
}
