/** Batches in order; `readOn` starts reading the next one early. */
export interface Ahead<T> {
  readonly batches: AsyncGenerator<T>;
  readonly readOn: () => void;
}

/** Reads the next batch while the database is busy; the caller says when. */
export function readAhead<T>(source: AsyncGenerator<T>): Ahead<T> {
  let next: Promise<IteratorResult<T>> | null = null;
  const readOn = () => {
    if (next) return;
    next = source.next();
    // The error is thrown to the caller of `next`; until then it must not count as unhandled.
    next.catch(() => undefined);
  };
  const batches = async function* () {
    try {
      for (;;) {
        const result = await (next ?? source.next());
        next = null;
        if (result.done) return;
        yield result.value;
      }
    } finally {
      await source.return(undefined);
    }
  };
  return { batches: batches(), readOn };
}
