/** Concurrent deliveries: of one owner, and of all. */
const mostOfOwner = 4;
const mostInAll = 64;

interface UnderWay {
  readonly ownerId: string;
  readonly done: Promise<void>;
}

export interface Courier {
  /** Runs `go` for a webhook, unless it is running already or a limit of concurrent deliveries is reached. */
  begin(id: string, ownerId: string, go: () => Promise<void>): void;
  /** Number of running webhooks. */
  count(): number;
  /** Resolves when nothing is running. */
  settle(): Promise<void>;
}

/**
 * Delivers to webhooks concurrently: a slow receiver delays only a few other webhooks of its owner. Each running
 * webhook is leased in the database, so that another process takes over should this one end.
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
