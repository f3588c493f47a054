/** What a coded list is for whoever shows its codes; every value of `defineCodes` is one. */
export interface LabelledCodes {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly keys: readonly string[];
  has(value: unknown): boolean;
  label(key: string, lang: 'zh' | 'en'): string;
}

/** What a field is called, and the list whose codes it holds where it holds any. */
export type Label = readonly [zh: string, en: string, list?: LabelledCodes];
export type Labels = Readonly<Record<string, Label>>;

/**
 * What a record is called, in the audit trail and where its changes are followed; of a type that has a list also what many
 * are called in English.
 */
export type Title = readonly [zh: string, en: string, plural?: string];

/** A field is called as the list whose codes it holds. */
export const calledAs = (list: LabelledCodes): Label => [list.title.zh, list.title.en, list];

/** A field is called as one code, such as the number of rows with that result. */
export const calledAsCode = (list: LabelledCodes, key: string): Label => [
  list.label(key, 'zh'),
  list.label(key, 'en'),
];

interface Kin {
  /** Inputs of mutations whose fields go by the same labels. */
  readonly inputs?: readonly string[];
  /** Types whose rows the audit trail tells of under the name of this one. */
  readonly auditedTypes?: readonly string[];
}

/** Programs can follow the changes of its records: it is a `ChangeType`, and its entity says `feed`. */
type AsRecord =
  | { readonly title?: undefined; readonly isFollowed?: undefined }
  | { readonly title: Title; readonly isFollowed?: true };

export type TypeLabels = Required<Kin> &
  AsRecord & {
    readonly type: string;
    readonly fields: Labels;
  };

/**
 * The labels of one type of the API: of its fields, of its filter, of inputs about it, and of the columns of its table that
 * the audit trail shows. A path such as `currentPairing.cadre.name` is what its value is called in a sheet and a list.
 */
export const defineLabels = (
  type: string,
  fields: Labels,
  { inputs = [], auditedTypes = [], ...record }: Kin & AsRecord = {},
): TypeLabels => ({
  type,
  fields,
  inputs,
  auditedTypes,
  ...record,
});
