type Values = Record<string, unknown>;

export interface Clash {
  source: string;
  theirs: unknown;
  mine: unknown;
}

const isSame = (a: unknown, b: unknown) => (a || null) === (b || null);

const isPlain = (value: unknown) => typeof value !== 'object' || value === null;

/** Fields that another user changed to something other than the form holds; `version` is not a field of the form. */
export function clashesOf(before: Values, after: Values, form: Values): Clash[] {
  return Object.keys(form)
    .filter((source) => source !== 'version' && isPlain(after[source]) && isPlain(form[source]))
    .filter((source) => !isSame(before[source], after[source]) && !isSame(after[source], form[source]))
    .map((source) => ({ source, theirs: after[source], mine: form[source] }));
}
