import { linkHash } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';
import { findHeads, findLinks } from './audit.queries.ts';

export interface ChainReport {
  readonly countyCode: string;
  /** Links read; the head's number where all is well. */
  readonly length: number;
  readonly headHash: string;
  /** Number of the first link that does not hold, null where all do. */
  readonly brokenAt: number | null;
}

const batch = 5_000;

/** Recomputes every chain. What was cut off at the end shows only against a head that was noted elsewhere. */
export async function verifyChains(ctx: Context, countyCode?: string): Promise<ChainReport[]> {
  const reports: ChainReport[] = [];
  for (const head of await findHeads(ctx)) {
    if (!countyCode || head.countyCode === countyCode) reports.push(await verifyChain(ctx, head));
  }
  return reports;
}

async function verifyChain(
  ctx: Context,
  head: { countyCode: string; seq: number; hash: Buffer },
): Promise<ChainReport> {
  const report = (length: number, brokenAt: number | null): ChainReport => ({
    countyCode: head.countyCode,
    length,
    headHash: Buffer.from(head.hash).toString('hex'),
    brokenAt,
  });
  let hash: Buffer = Buffer.alloc(32);
  let seq = 0;
  for (;;) {
    const links = await findLinks(ctx, head.countyCode, seq, batch);
    for (const { hash: stored, ...link } of links) {
      if (link.seq !== seq + 1) return report(seq, seq + 1);
      hash = linkHash(hash, { ...link, at: new Date(link.at).toISOString() });
      if (!hash.equals(stored)) return report(seq, link.seq);
      seq = link.seq;
    }
    if (links.length < batch) break;
  }
  return report(seq, seq === head.seq && hash.equals(head.hash) ? null : seq + 1);
}
