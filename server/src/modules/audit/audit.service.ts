import type { Context } from '#platform/core/context.ts';
import { atOneMoment, fetchLinks, findHeads } from './audit.queries.ts';
import { type Anchor, type ChainReport, type ChainWalk, type Head, walkChain } from './audit.rules.ts';

/**
 * Recomputes every chain, of one county if that is named: of counties with a head, with rows, or with one of `anchors`.
 * That the newest rows were cut off together with the head shows only against a head that was noted elsewhere.
 */
export function verifyChains(
  ctx: Context,
  countyCode?: string,
  anchors: readonly Anchor[] = [],
): Promise<ChainReport[]> {
  return atOneMoment(ctx, async (snapshot) => {
    const heads = new Map((await findHeads(snapshot, countyCode)).map((head) => [head.countyCode, head]));
    const wanted = anchors.filter((anchor) => countyCode === undefined || anchor.countyCode === countyCode);
    const walks = new Map<string, ChainWalk>();
    const walkOf = (code: string): ChainWalk => {
      const known = walks.get(code);
      if (known) return known;
      const ofChain = wanted.filter((anchor) => anchor.countyCode === code);
      const made = walkChain(ctx.cipher, code, heads.get(code) ?? null, ofChain);
      walks.set(code, made);
      return made;
    };
    for (const { countyCode: code } of [...heads.values(), ...wanted]) walkOf(code);
    for await (const links of fetchLinks(snapshot, countyCode)) {
      for (const link of links) walkOf(link.countyCode).take(link);
    }
    const reports = [...walks.values()].map((walk) => walk.report());
    return reports.sort((one, other) => (one.countyCode < other.countyCode ? -1 : 1));
  });
}

/** The present ends of all chains, to store elsewhere. */
export const headsNow = async (ctx: Context, countyCode?: string): Promise<Anchor[]> =>
  (await findHeads(ctx, countyCode)).map(anchorOf);

const anchorOf = ({ countyCode, seq, hash }: Head): Anchor => ({
  countyCode,
  seq,
  hash: Buffer.from(hash).toString('hex'),
});
