import { registerDecorator } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { ErrorCode } from './codes/errors/error-codes.ts';
import { holdsNumber } from './person/mask.ts';
import { normaliseResidentId } from './person/resident-id.ts';
import { foldName, saysSomething } from './text.ts';

/** A check of one input field that refuses with a code; null and absent pass, since GraphQL says what may be null. */
export const Rule =
  (code: ErrorCode, isSound: (value: never) => boolean) =>
  (target: object, propertyName: string): void => {
    registerDecorator({
      name: code,
      target: target.constructor,
      propertyName,
      validator: { validate: (value) => value === null || value === undefined || isSound(value as never) },
    });
  };

const decorate =
  (...decorators: ((target: object, name: string) => void)[]) =>
  (target: object, name: string): void => {
    for (const decorator of decorators) decorator(target, name);
  };

/** A line of text that says something. */
export const Line = (max = 100) =>
  decorate(
    Rule('REQUIRED_MISSING', saysSomething),
    Rule('TOO_LONG', (text: string) => [...text].length <= max),
  );
const hasControl = (text: string): boolean => /\p{Cc}/u.test(text);

const holdsNobody = Rule('NAME_HOLDS_NUMBER', (text: string) => !holdsNumber(foldName(text)));

/**
 * What somebody calls a thing of their own, such as a token: a line without control characters and line breaks. Others see
 * it in lists and in the audit trail, so it holds the number of a person as little as a name does.
 */
export const Title = (max = 50) =>
  decorate(
    Rule('INVALID_TEXT', (text: string) => !hasControl(text)),
    Line(max),
    holdsNobody,
  );
/**
 * A name as people write it; `foldName` brings it into the form that is kept, and its length is counted in that form.
 * Control characters, line breaks among them, are nobody's name and show that something else was pasted. Names are shown
 * to everybody, so the number of a person in one would be as well.
 */
export const Name = (max = 50) =>
  decorate(
    Rule('INVALID_TEXT', (text: string) => !hasControl(text)),
    Rule('REQUIRED_MISSING', saysSomething),
    Rule('TOO_LONG', (text: string) => [...foldName(text)].length <= max),
    holdsNobody,
  );
/** Number of an identity document; blanks and unseen marks that were pasted along do not count. */
export const DocumentNumber = (max: number) =>
  decorate(
    Rule('REQUIRED_MISSING', (text: string) => normaliseResidentId(text) !== ''),
    Rule('TOO_LONG', (text: string) => normaliseResidentId(text).length <= max),
  );
/** Text that may be empty. */
export const Text = (max = 2_000) => Rule('TOO_LONG', (text: string) => [...text].length <= max);
export const Between = (min: number, max: number) =>
  Rule('OUT_OF_RANGE', (value: number) => value >= min && value <= max);
/** A list with something in it, and not more than one request may carry. */
export const ListOf = (max = 250) =>
  decorate(
    Rule('TOO_FEW', (list: unknown[]) => list.length > 0),
    Rule('TOO_MANY', (list: unknown[]) => list.length <= max),
  );

/** What every mutation takes. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Made by the client, best a UUID, and good for one token or one person: the same id with the same input gives the first answer again, with other input an error.',
  })
  @Line(100)
  clientMutationId?: string | null;
}

/** Description of the field that every edit of a record takes. */
export const expectedVersion =
  'The `version` that was read; a stale one is refused with CONFLICT and the current one.';
