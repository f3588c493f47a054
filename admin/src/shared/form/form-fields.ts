import { createElement, Fragment, type ReactElement } from 'react';

export type Values = Record<string, unknown>;

/** Renders an input under the mutation's name of its field. */
export type DrawInput = (source: string) => ReactElement;

/** A field that the form holds in another shape than the mutation takes. */
interface MappedField<Value> {
  readonly draw: DrawInput;
  readonly toInput: (values: Values) => Value | undefined;
}

/** For a field of the mutation that this form leaves out on purpose. */
export const notInForm = null;

export type FormField<Value> = DrawInput | MappedField<Value> | typeof notInForm;

/**
 * A form: each field of the mutation's input in display order, except those that the page adds. A field that is missing
 * here, or that the mutation does not have, is a type error.
 */
export type FormFields<Input, Added extends PropertyKey = never> = {
  readonly [Name in Exclude<keyof Input, Added>]-?: FormField<Input[Name]>;
};

/** Fields that the forms of several mutations share. */
export type DrawnFields<Names extends PropertyKey> = Readonly<Record<Names, DrawInput | typeof notInForm>>;

type AnyFields = Readonly<Record<string, FormField<unknown>>>;

/** The inputs by name, for a form with its own layout. */
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

/** `prefix` for values nested inside the form. */
export const inputsOf = <Input, Added extends PropertyKey>(fields: FormFields<Input, Added>, prefix = '') =>
  drawnInputs(fields as AnyFields, prefix) as FormInputs<Input, Added>;

/** Converts form values into the mutation's input; untouched fields are left out. */
export function inputOf<Input, Added extends PropertyKey>(
  fields: FormFields<Input, Added>,
  values: Values,
): Omit<Input, Added> {
  const entries = Object.entries(fields as AnyFields).flatMap(([name, field]) => {
    if (field === notInForm) return [];
    const value = typeof field === 'function' ? values[name] : field.toInput(values);
    return value === undefined ? [] : [[name, value]];
  });
  // The one place where loosely typed form values become an input; the server validates them.
  return Object.fromEntries(entries) as Omit<Input, Added>;
}

/** For a field that is rendered together with the one before it. */
export const drawnBeside: DrawInput = () => createElement(Fragment);

/** Fields that the data provider adds to the input of every record form. */
export type AddedByProvider = 'id' | 'expectedVersion' | 'clientMutationId';

export interface RecordForm<Input> {
  readonly inputs: FormInputs<Input, AddedByProvider>;
  /** In order, for a form without its own layout. */
  readonly all: ReactElement[];
  readonly toInput: (values: Values) => Values;
}

/** The form of a page that creates or edits a record. */
export function recordForm<Input>(fields: FormFields<Input, AddedByProvider>): RecordForm<Input> {
  const inputs = inputsOf(fields);
  const all = Object.values<ReactElement | null>(inputs).filter((input) => input !== null);
  return { inputs, all, toInput: (values) => inputOf(fields, values) };
}
