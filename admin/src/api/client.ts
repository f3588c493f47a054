import type { TadaDocumentNode } from 'gql.tada';
import { type DocumentNode, print } from 'graphql';
import { currentLocale } from '../i18n/locale.ts';
import { type AnswerError, httpErrorOf, malformedAnswer, networkError } from './errors.ts';

interface Answer<Result> {
  data?: Result | null;
  errors?: AnswerError[];
}

export interface RequestOptions {
  signal?: AbortSignal;
}

const texts = new WeakMap<DocumentNode, string>();

function textOf(document: DocumentNode): string {
  const known = texts.get(document);
  if (known) return known;
  const text = print(document);
  texts.set(document, text);
  return text;
}

async function post(body: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': currentLocale(),
        'apollo-require-preflight': 'true',
      },
      body,
      signal,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw networkError();
  }
}

async function parse<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return await response.json();
  } catch {
    throw malformedAnswer(response.status);
  }
}

/** One operation, one POST. Refusals come out as react-admin's HttpError with the texts of the page's language. */
export async function request<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  options: RequestOptions = {},
): Promise<Result> {
  const response = await post(JSON.stringify({ query: textOf(document), variables }), options.signal);
  const answer = await parse<Result>(response);
  const [error] = answer.errors ?? [];
  if (error) throw httpErrorOf(error);
  if (!answer.data) throw malformedAnswer(response.status);
  return answer.data;
}
