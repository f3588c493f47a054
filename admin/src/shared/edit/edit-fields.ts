import type { DrawInput, FormField, notInForm } from '../form/form-fields.ts';

/** Marks a field that no record fills in. */
interface Empty {
  readonly startsEmpty: true;
}

/**
 * For a field of an edit form that starts empty on purpose: a number of which the page reads only the mask, or what is
 * said about this edit, such as its reason.
 */
export const startsEmpty = <Field extends DrawInput | object>(field: Field): Field & Empty =>
  Object.assign(field, { startsEmpty: true } as const);

declare const unread: unique symbol;

/** A field that a record fills in must have been read, and hold what the mutation takes. */
type EditField<Value, Read> = Read extends Value | null | undefined
  ? FormField<Value>
  : (FormField<Value> & Empty) | typeof notInForm;

/**
 * The fields of a form that edits a record. A field that `Row` does not hold is a type error here: the form would show
 * it empty, and what is typed there would take the place of a value that nobody saw.
 */
export type EditFields<Input, Row, Added extends PropertyKey = never> = {
  readonly [Name in Exclude<keyof Input, Added>]-?: EditField<
    Input[Name],
    Name extends keyof Row ? Row[Name] : typeof unread
  >;
};
