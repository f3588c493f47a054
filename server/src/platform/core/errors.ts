import { type ErrorCode, errorTexts, type FieldErrors } from '#schema/codes/errors/error-codes.ts';

/**
 * The one way to refuse. Thrown from rules, policies and services, translated nowhere on the way and turned
 * into the answer's `extensions` in one place.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Faults by input path, such as `input.visitedOn`. */
  readonly fields: FieldErrors;
  /** Facts the caller needs to go on, such as the current version; never personal data. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, fields: FieldErrors = {}, details: Record<string, unknown> = {}) {
    super(errorTexts[code].en);
    this.name = 'AppError';
    this.code = code;
    this.fields = fields;
    this.details = details;
  }
}

/** Missing, or outside the viewer's scope: both give the same error. */
export const notFound = (path?: string) => new AppError('NOT_FOUND', path ? { [path]: 'NOT_FOUND' } : {});
export const invalid = (fields: FieldErrors) => new AppError('INVALID_INPUT', fields);
export const refuse = (code: ErrorCode, fields: FieldErrors = {}, details: Record<string, unknown> = {}) =>
  new AppError(code, fields, details);
/** A stale write; the current version lets the caller show both and choose. */
export const conflict = (currentVersion: number) =>
  new AppError('CONFLICT', { 'input.expectedVersion': 'STALE_VERSION' }, { currentVersion });

/** The error of one refusal in an answer, in both languages; `lang` only selects the message. */
export function describe(error: AppError) {
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([path, code]) => [path, { code, ...errorTexts[code] }]),
  );
  return { code: error.code, messages: errorTexts[error.code], fields, ...error.details };
}
