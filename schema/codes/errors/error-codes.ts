import type { Lang } from '../lang.ts';
import { claims } from './error-texts-claims.ts';
import { fundDocuments } from './error-texts-documents.ts';
import { following } from './error-texts-follow.ts';
import { identity, outcomes, values } from './error-texts-general.ts';
import { imports } from './error-texts-imports.ts';
import { ledger, policies } from './error-texts-money.ts';
import { payments } from './error-texts-payments.ts';
import { files, households, pairings, persons, transfers, visits } from './error-texts-records.ts';

/**
 * What the system says when it refuses: one text a code, in both languages, for the API, the import
 * and the screens alike. A text never repeats the value that was refused, so it can go into any log.
 */
export const errorTexts = {
  ...outcomes,
  ...identity,
  ...values,
  ...persons,
  ...households,
  ...pairings,
  ...transfers,
  ...visits,
  ...files,
  ...imports,
  ...following,
  ...policies,
  ...ledger,
  ...fundDocuments,
  ...payments,
  ...claims,
};

export type ErrorCode = keyof typeof errorTexts;

/** Faults by input path, such as `{ 'input.headId': 'ID_CHECKSUM' }`. */
export type FieldErrors = Readonly<Record<string, ErrorCode>>;

export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(errorTexts, value);
}

export function errorMessage(code: ErrorCode, lang: Lang): string {
  return errorTexts[code][lang];
}
