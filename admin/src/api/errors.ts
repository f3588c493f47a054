import { HttpError } from 'react-admin';
import { currentLang } from '../i18n/locale.ts';

interface Bilingual {
  zh?: string;
  en?: string;
}

/** One entry of a GraphQL answer's `errors`, as the API writes it. */
export interface AnswerError {
  message: string;
  path?: (string | number)[];
  extensions?: {
    code?: string;
    messages?: Bilingual;
    fields?: Record<string, Bilingual & { code?: string }>;
    currentVersion?: number;
    [detail: string]: unknown;
  };
}

/**
 * A field the user may not read, in an operation that succeeded otherwise: it is null, and the screens leave it out.
 */
export const isRefusedField = ({ path, extensions }: AnswerError): boolean =>
  extensions?.code === 'FORBIDDEN' && (path?.length ?? 0) > 1;

export interface ErrorBody {
  code: string;
  /** By form source, so that each text shows at its own input. */
  errors?: Record<string, string>;
  currentVersion?: number;
  /** Everything in the refusal's extensions, for screens that show more than one sentence. */
  details?: Readonly<Record<string, unknown>>;
}

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  INTERNAL_SERVER_ERROR: 500,
};

const textOf = (texts: Bilingual | undefined, fallback: string) => texts?.[currentLang()] ?? fallback;

/**
 * Values that a page adds to an input by itself: an error there has no input to be shown at and would block the form.
 */
const NEVER_TYPED = new Set(
  [
    'id',
    'userId',
    'grantId',
    'tokenId',
    'batchId',
    'fileId',
    'expectedVersion',
    'clientMutationId',
    'allowSameDay',
  ].map((name) => `input.${name}`),
);

function fieldTexts(fields: NonNullable<AnswerError['extensions']>['fields']) {
  if (!fields) return undefined;
  const entries = Object.entries(fields)
    .filter(([path]) => !NEVER_TYPED.has(path))
    .map(([path, texts]) => [path.replace(/^input\./, ''), textOf(texts, texts.code ?? path)]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

export function httpErrorOf(error: AnswerError): HttpError {
  const extensions = error.extensions ?? {};
  const code = extensions.code ?? 'INTERNAL';
  const body: ErrorBody = {
    code,
    errors: fieldTexts(extensions.fields),
    currentVersion: extensions.currentVersion,
    details: extensions,
  };
  return new HttpError(textOf(extensions.messages, error.message), STATUS[code] ?? 400, body);
}

/** These messages are keys: react-admin translates what it shows. */
export const networkError = () => new HttpError('bangfu.error.network', 0, { code: 'NETWORK' });

export const malformedAnswer = (status: number) =>
  new HttpError('bangfu.error.unreadable', status >= 400 ? status : 502, { code: 'UNREADABLE' });

/** For a refused field without which the page can show nothing. */
export const notAllowed = () => new HttpError('bangfu.error.notAllowed', 403, { code: 'FORBIDDEN' });

export const outdatedPage = () => new HttpError('bangfu.error.outdated', 400, { code: 'OUTDATED_PAGE' });

const isBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';

export function errorBody(error: unknown): ErrorBody | undefined {
  return error instanceof HttpError && isBody(error.body) ? error.body : undefined;
}

export const errorCode = (error: unknown): string | undefined => errorBody(error)?.code;
