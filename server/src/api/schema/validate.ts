import { type ValidationError, validate } from 'class-validator';
import { invalid } from '#platform/core/errors.ts';
import { MutationInput } from '#schema/checks.ts';
import { type ErrorCode, type FieldErrors, isErrorCode } from '#schema/codes/errors/error-codes.ts';
import { saysSomething } from '#schema/text.ts';

/** No text of any argument may be longer, whatever its own limit; nor may it hold what PostgreSQL cannot store. */
const longestText = 20_000;
const longestList = 250;

/** Checks one argument of a resolver: what holds for all text and lists, then the checks of its input class. */
export async function validateArgument(value: object | undefined, path: string): Promise<void> {
  const fields: Record<string, ErrorCode> = {};
  checkAnything(value, path, fields);
  await checkInputs(value, path, fields);
  if (value instanceof MutationInput) trimTexts(value, path, fields);
  if (Object.keys(fields).length > 0) throw invalid(fields as FieldErrors);
}

/** The checks of an input class, and those of the inputs within it, whether or not it says that they have any. */
async function checkInputs(value: unknown, path: string, fields: Record<string, ErrorCode>): Promise<void> {
  if (!value || typeof value !== 'object') return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) {
    const faults = await validate(value, {
      forbidUnknownValues: false,
      validationError: { target: false, value: false },
    });
    collect(faults, path, fields);
  }
  for (const [name, item] of Object.entries(value)) await checkInputs(item, `${path}.${name}`, fields);
}

/** Checks that apply to any argument, for reads whose values are no instances of input classes. */
export function checkArgument(value: unknown, path: string): void {
  const fields: Record<string, ErrorCode> = {};
  checkAnything(value, path, fields);
  if (Object.keys(fields).length > 0) throw invalid(fields as FieldErrors);
}

function checkAnything(value: unknown, path: string, fields: Record<string, ErrorCode>): void {
  if (typeof value === 'string') {
    if (value.length > longestText) fields[path] = 'TOO_LONG';
    else if (value.includes('\0') || /\p{Surrogate}/u.test(value)) fields[path] = 'INVALID_TEXT';
  } else if (Array.isArray(value)) {
    if (value.length > longestList) fields[path] = 'TOO_MANY';
    else for (const [at, item] of value.entries()) checkAnything(item, `${path}.${at}`, fields);
  } else if (value && typeof value === 'object') {
    for (const [name, item] of Object.entries(value)) checkAnything(item, `${path}.${name}`, fields);
  }
}

/** A password is what was typed, blanks and all. */
const isVerbatim = (name: string): boolean => /password$/i.test(name);

/**
 * Text of a verb is kept without blanks around it, and an item of a list says something. What else may be empty is
 * for the checks of the input to say.
 */
function trimTexts(value: object, path: string, fields: Record<string, ErrorCode>): void {
  for (const [name, item] of Object.entries(value)) {
    if (typeof item === 'string') {
      if (Array.isArray(value) && !saysSomething(item)) fields[`${path}.${name}`] ??= 'REQUIRED_MISSING';
      if (!isVerbatim(name)) Object.assign(value, { [name]: item.trim() });
    } else if (item && typeof item === 'object') trimTexts(item, `${path}.${name}`, fields);
  }
}

function collect(faults: readonly ValidationError[], path: string, fields: Record<string, ErrorCode>): void {
  for (const fault of faults) {
    const place = `${path}.${fault.property}`;
    const code = Object.keys(fault.constraints ?? {}).find(isErrorCode);
    if (code) fields[place] ??= code;
    collect(fault.children ?? [], place, fields);
  }
}
