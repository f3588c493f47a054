import { type Link, linkHash, noHash, sealOf, unkeyedFormat, unkeyedHash } from '#platform/audit/chain.ts';
import type { Cipher } from '#platform/core/cipher.ts';

/** The end of a chain as the database keeps it. */
export interface Head {
  readonly countyCode: string;
  readonly seq: number;
  readonly hash: Buffer;
  readonly keyedFrom: number;
  readonly seal: Buffer | null;
}

/** The end of a chain as stored elsewhere; the hash in hexadecimal digits. */
export interface Anchor {
  readonly countyCode: string;
  readonly seq: number;
  readonly hash: string;
}

/** A row of the trail as it is stored. */
export interface StoredLink extends Link {
  readonly format: number;
  readonly hash: Buffer;
}

export const chainProblems = {
  OUTSIDE_CHAIN: { zh: '链外插入的记录', en: 'a row outside the chain' },
  ROW_MISSING: { zh: '记录缺失', en: 'a row is missing' },
  ROW_DIFFERS: { zh: '记录被改动、调换或插入', en: 'a row was changed, swapped or inserted' },
  BEYOND_HEAD: { zh: '记录超出链头', en: 'a row beyond the head' },
  TAIL_MISSING: { zh: '末尾记录被删', en: 'rows at the end are missing' },
  HEAD_MISSING: { zh: '链头缺失', en: 'the head is missing' },
  HEAD_DIFFERS: { zh: '链头被改动', en: 'the head was changed' },
  NOT_KEYED: { zh: '链未加密钥或密钥标记不符', en: 'the chain is not keyed, or its seal does not fit' },
  ANCHOR_MISSING: { zh: '另存的链头不在链中', en: 'a head noted elsewhere is not in the chain' },
  ANCHOR_DIFFERS: { zh: '与另存的链头不符', en: 'the chain differs from a head noted elsewhere' },
};
export type ChainProblem = keyof typeof chainProblems;

export interface ChainReport {
  readonly countyCode: string;
  /** Number of intact rows from the first on; the head's number if all are intact. */
  readonly length: number;
  /** In hexadecimal digits; empty where the head is missing. */
  readonly headHash: string;
  /** Number of the first keyed row; null where none is known. */
  readonly keyedFrom: number | null;
  /** Number of the first row that is not intact, null if all are. */
  readonly brokenAt: number | null;
  readonly problem: ChainProblem | null;
}

export interface ChainWalk {
  /** The next row by number. */
  take(link: StoredLink): void;
  report(): ChainReport;
}

/** Walks one chain and finds the first row that is not intact. */
export function walkChain(
  cipher: Cipher,
  countyCode: string,
  head: Head | null,
  anchors: readonly Anchor[],
): ChainWalk {
  const anchored = hashesByNumber(anchors);
  let hash = noHash;
  let seq = 0;
  let keyedFrom = head?.keyedFrom ?? null;
  let found: { readonly at: number; readonly problem: ChainProblem } | null = null;

  const isSealed = (at: number): boolean =>
    head === null || (head.seal?.equals(sealOf(cipher, countyCode, at, hash)) ?? false);

  const problemOf = (link: StoredLink): ChainProblem | null => {
    if (link.seq < 1) return 'OUTSIDE_CHAIN';
    if (link.seq <= seq) return 'ROW_DIFFERS';
    if (head === null && link.format !== unkeyedFormat) keyedFrom ??= link.seq;
    const isKeyed = keyedFrom !== null && keyedFrom > 0 && link.seq >= keyedFrom;
    if (isKeyed === (link.format === unkeyedFormat)) return 'ROW_DIFFERS';
    if (link.seq === keyedFrom && !isSealed(link.seq)) return 'NOT_KEYED';
    const wanted = isKeyed ? linkHash(cipher, hash, link) : unkeyedHash(hash, link);
    if (!wanted.equals(link.hash)) return 'ROW_DIFFERS';
    if (head !== null && link.seq > head.seq) return 'BEYOND_HEAD';
    const stored = link.hash.toString('hex');
    return anchored.get(link.seq)?.some((hash) => hash !== stored) ? 'ANCHOR_DIFFERS' : null;
  };

  const endProblem = (): { at: number; problem: ChainProblem } | null => {
    if (head === null && seq > 0) return { at: seq + 1, problem: 'HEAD_MISSING' };
    if (head !== null && head.seq > seq) return { at: seq + 1, problem: 'TAIL_MISSING' };
    if (head !== null && !head.hash.equals(hash)) return { at: head.seq, problem: 'HEAD_DIFFERS' };
    if (anchors.some((anchor) => anchor.seq > seq)) return { at: seq + 1, problem: 'ANCHOR_MISSING' };
    if (keyedFrom === null || keyedFrom < 1) return { at: 1, problem: 'NOT_KEYED' };
    if (keyedFrom > seq && !(keyedFrom === seq + 1 && isSealed(keyedFrom))) {
      return { at: seq + 1, problem: 'NOT_KEYED' };
    }
    return null;
  };

  return {
    take(link) {
      if (found) return;
      if (link.seq > seq + 1) {
        found = { at: seq + 1, problem: 'ROW_MISSING' };
        return;
      }
      const problem = problemOf(link);
      if (problem) {
        found = { at: link.seq, problem };
        return;
      }
      seq = link.seq;
      hash = link.hash;
    },
    report() {
      found ??= endProblem();
      return {
        countyCode,
        length: seq,
        headHash: head?.hash.toString('hex') ?? '',
        keyedFrom,
        brokenAt: found?.at ?? null,
        problem: found?.problem ?? null,
      };
    },
  };
}

/** Several where a number was noted more than once: if they differ, one of them differs from the chain. */
function hashesByNumber(anchors: readonly Anchor[]): ReadonlyMap<number, readonly string[]> {
  const hashes = new Map<number, string[]>();
  for (const anchor of anchors) {
    const noted = hashes.get(anchor.seq);
    if (noted) noted.push(anchor.hash);
    else hashes.set(anchor.seq, [anchor.hash]);
  }
  return hashes;
}
