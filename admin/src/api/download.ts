import { currentLocale } from '../i18n/locale.ts';
import { type AnswerError, malformedAnswer, networkError } from './errors.ts';
import { refusalOf } from './session-end.ts';

const downloadRequest = (purpose: unknown): RequestInit => ({
  method: 'POST',
  credentials: 'same-origin',
  headers: { 'content-type': 'application/json', 'accept-language': currentLocale() },
  body: JSON.stringify({ purpose }),
});

async function failureOf(response: Response): Promise<Error> {
  const body: { errors?: AnswerError[] } = await response.json().catch(() => ({}));
  const error = body.errors?.[0];
  return error ? refusalOf(error) : malformedAnswer(response.status);
}

const nameIn = (disposition: string | null): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1] ?? 'file');

/** A file with unmasked numbers needs a purpose, which a link could not send, so it is fetched and then saved. */
export async function download(address: string, purpose: unknown): Promise<void> {
  const response = await fetch(address, downloadRequest(purpose)).catch(() => {
    throw networkError();
  });
  if (!response.ok) throw await failureOf(response);
  const content = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = content;
  link.download = nameIn(response.headers.get('content-disposition'));
  link.click();
  // The browser reads the blob after this task.
  setTimeout(() => URL.revokeObjectURL(content), 60_000);
}
