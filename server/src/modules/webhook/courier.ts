/** How many webhooks are told at once: of one person, and of all. */
const mostOfOwner = 4;
const mostInAll = 64;

interface UnderWay {
  readonly ownerId: string;
  readonly done: Promise<void>;
}

export interface Courier {
  /** Begins what `go` does for a webhook; not where that is under way, nor where its owner or everybody has enough. */
  begin(id: string, ownerId: string, go: () => Promise<void>): void;
  /** Webhooks under way. */
  count(): number;
  /** Comes back when nothing is under way any more. */
  settle(): Promise<void>;
}

/**
 * Tells webhooks side by side, and nobody waits for the slowest: a receiver that takes its time keeps a few of its owner's
 * others waiting and none of anybody else's. What is under way is leased in the database, so that it is taken up by
 * another process should this one end.
 */
export function createCourier(): Courier {
  const underWay = new Map<string, UnderWay>();
  const countOf = (ownerId: string) => [...underWay.values()].filter((one) => one.ownerId === ownerId).length;
  return {
    begin(id, ownerId, go) {
      if (underWay.has(id) || underWay.size >= mostInAll || countOf(ownerId) >= mostOfOwner) return;
      const done = go().finally(() => underWay.delete(id));
      underWay.set(id, { ownerId, done });
    },
    count: () => underWay.size,
    async settle() {
      while (underWay.size > 0) await Promise.allSettled([...underWay.values()].map(({ done }) => done));
    },
  };
}
