import { type DocumentNode, print } from 'graphql';

/** What the build leaves of a document; see admin/build/persisted-operations.ts. */
interface Persisted {
  readonly hash: string;
}

/** A document of a built page, or one of `npx --yes pnpm@10 dev`. */
type AnyDocument = DocumentNode | Persisted;

/** The part of a request body that identifies the operation. */
type SentOperation =
  | { query: string }
  | { extensions: { persistedQuery: { version: 1; sha256Hash: string } } };

const printed = new WeakMap<DocumentNode, string>();
/** Texts, by hash, of operations that the server did not know. */
const unknownToServer = new Map<string, string>();

export const isPersisted = (document: AnyDocument): document is Persisted => 'hash' in document;

export function sentOperation(document: AnyDocument): SentOperation {
  if (isPersisted(document)) {
    const query = unknownToServer.get(document.hash);
    if (query !== undefined) return { query };
    return { extensions: { persistedQuery: { version: 1, sha256Hash: document.hash } } };
  }
  // A built page contains no documents, so it needs no code to print them.
  if (import.meta.env.PROD) throw new TypeError('a document that the build has not seen');
  const query = printed.get(document) ?? print(document);
  printed.set(document, query);
  return { query };
}

/**
 * The operation as text, from the manifest of the page's own release. The browser fetches it when idle, so it is
 * usually there even if the server runs another release by now; undefined where it is not.
 */
export async function operationInFull({ hash }: Persisted): Promise<SentOperation | undefined> {
  const place = document.querySelector<HTMLLinkElement>('link[data-operations]')?.href;
  if (!place) return undefined;
  const manifest: Record<string, unknown> = await fetch(place)
    .then((response) => response.json())
    .catch(() => ({}));
  const query = manifest[hash];
  if (typeof query !== 'string') return undefined;
  unknownToServer.set(hash, query);
  return { query };
}
