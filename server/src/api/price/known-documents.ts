import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

export interface KnownDocuments extends DocumentStore {
  /** Keeps a document that has passed every check. */
  keep(hash: string, document: DocumentNode, size: number): void;
}

const mostDocuments = 1_000;
/** Characters of source; the parsed form takes some twenty times as much. */
const mostSource = 1_000_000;

/**
 * Parsed documents by the hash of their text, so that only sound ones take up memory; the longest unused goes first.
 */
export function knownDocuments(): KnownDocuments {
  const known = new Map<string, { document: DocumentNode; size: number }>();
  let total = 0;
  const drop = (hash: string) => {
    total -= known.get(hash)?.size ?? 0;
    known.delete(hash);
  };
  return {
    async get(key) {
      const hash = key.slice(-64);
      const found = known.get(hash);
      if (!found) return undefined;
      known.delete(hash);
      known.set(hash, found);
      return found.document;
    },
    keep(hash, document, size) {
      drop(hash);
      known.set(hash, { document, size });
      total += size;
      for (const oldest of known.keys()) {
        if (known.size <= mostDocuments && total <= mostSource) break;
        drop(oldest);
      }
    },
    // A document that was only parsed is not validated yet.
    async set() {},
    async delete(key) {
      const hash = key.slice(-64);
      const had = known.has(hash);
      drop(hash);
      return had;
    },
  };
}
