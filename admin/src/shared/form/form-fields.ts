import { createElement, Fragment, type ReactElement } from 'react';

export type Values = Record<string, unknown>;

/** Draws an input under the name that its field has in the mutation. */
export type DrawInput = (source: string) => ReactElement;

/** A field that the form holds in another shape than the mutation takes. */
interface MappedField<Value> {
  readonly draw: DrawInput;
  readonly toInput: (values: Values) => Value | undefined;
}

/** For a field of the mutation that this form leaves alone on purpose. */
export const notInForm = null;

type FormField<Value> = DrawInput | MappedField<Value> | typeof notInForm;

/**
 * A form: each field of the mutation's input, in the order of the screen, but for those that the page itself adds. A
 * field that is missing here, or that the mutation does not take, is a type error.
 */
export type FormFields<Input, Added extends PropertyKey = never> = {
  readonly [Name in Exclude<keyof Input, Added>]-?: FormField<Input[Name]>;
};

/** Of fields that forms of several mutations have in common. */
export type DrawnFields<Names extends PropertyKey> = Readonly<Record<Names, DrawInput | typeof notInForm>>;

type AnyFields = Readonly<Record<string, FormField<unknown>>>;

/** The inputs by name, for a form with a layout of its own. */
export type FormInputs<Input, Added extends PropertyKey = never> = Readonly<
  Record<Exclude<keyof Input, Added>, ReactElement | null>
>;

function drawnInputs(fields: AnyFields, prefix: string): Record<string, ReactElement | null> {
  const drawn = Object.entries(fields).map(([name, field]) => {
    const draw = typeof field === 'function' ? field : field?.draw;
    return [name, draw ? createElement(Fragment, { key: name }, draw(prefix + name)) : null];
  });
  return Object.fromEntries(drawn);
}

/** `prefix` for what the form holds deeper inside. */
export const inputsOf = <Input, Added extends PropertyKey>(fields: FormFields<Input, Added>, prefix = '') =>
  drawnInputs(fields as AnyFields, prefix) as FormInputs<Input, Added>;

/** What the mutation takes of a form's values; a field that was never touched is left out. */
export function inputOf<Input, Added extends PropertyKey>(
  fields: FormFields<Input, Added>,
  values: Values,
): Omit<Input, Added> {
  const entries = Object.entries(fields as AnyFields).flatMap(([name, field]) => {
    if (field === notInForm) return [];
    const value = typeof field === 'function' ? values[name] : field.toInput(values);
    return value === undefined ? [] : [[name, value]];
  });
  // The one place where loose values of a form become an input; the server validates them.
  return Object.fromEntries(entries) as Omit<Input, Added>;
}

/** For a field that is drawn with the one before it. */
export const drawnBeside: DrawInput = () => createElement(Fragment);

/** What the data provider adds to the input of every record's form. */
type AddedByProvider = 'id' | 'expectedVersion' | 'clientMutationId';

export interface RecordForm<Input> {
  readonly inputs: FormInputs<Input, AddedByProvider>;
  /** In their order, for a form without a layout of its own. */
  readonly all: ReactElement[];
  readonly toInput: (values: Values) => Values;
}

/** The form of a page that makes or edits a record. */
export function recordForm<Input>(fields: FormFields<Input, AddedByProvider>): RecordForm<Input> {
  const inputs = inputsOf(fields);
  const all = Object.values<ReactElement | null>(inputs).filter((input) => input !== null);
  return { inputs, all, toInput: (values) => inputOf(fields, values) };
}

/** What a form edits of a record; the page that opens it must read each of them, or it would begin empty. */
export type ReadBack<Edited extends keyof Row, Row> = Edited;
