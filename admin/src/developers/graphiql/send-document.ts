import { currentLocale } from '../../i18n/locale.ts';
import { heldToken } from '../start/token.ts';

/** What a document costs, as the server counts it. */
export type Cost = Readonly<Record<string, unknown>>;

export interface FreeAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
  extensions?: { cost?: Cost };
}

export interface FreeDocument {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string | null;
}

/** Sends a document that the user wrote, as the signed-in user or with the token entered. */
export async function sendDocument(document: FreeDocument): Promise<FreeAnswer> {
  const token = heldToken();
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-language': currentLocale(),
      'apollo-require-preflight': 'true',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(document),
  });
  return response.json();
}
