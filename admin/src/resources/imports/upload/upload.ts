import { type AnswerError, malformedAnswer, networkError } from '../../../api/errors.ts';
import { refusalOf } from '../../../api/session-end.ts';
import { currentLocale } from '../../../i18n/locale.ts';

export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
export const ACCEPTED = '.xlsx,.xls,.csv';

/** What is wrong with a file before it is sent, as a message key. */
export function uploadFault({ name, size }: { name: string; size: number }): string | undefined {
  // Many files named .xls are of another type; the server checks the content.
  if (!/\.(xlsx?|csv)$/i.test(name)) return 'resources.imports.faults.type';
  if (size === 0) return 'resources.imports.faults.empty';
  return size > MAX_UPLOAD_BYTES ? 'resources.imports.faults.tooLarge' : undefined;
}

interface Answer {
  id?: unknown;
  errors?: AnswerError[];
}

function answerOf(request: XMLHttpRequest): string {
  let answer: Answer;
  try {
    answer = JSON.parse(request.responseText);
  } catch {
    throw malformedAnswer(request.status);
  }
  const [error] = answer.errors ?? [];
  if (error) throw refusalOf(error);
  if (typeof answer.id !== 'string') throw malformedAnswer(request.status);
  return answer.id;
}

/** XMLHttpRequest, because fetch reports no upload progress. `share` runs from 0 to 1. */
export function uploadFile(
  file: File,
  countyCode: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files?county=${encodeURIComponent(countyCode)}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', currentLocale());
    request.setRequestHeader('apollo-require-preflight', 'true');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      try {
        resolve(answerOf(request));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener('error', () => reject(networkError()));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
