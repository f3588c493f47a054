/** Batches in their order; `readOn` begins with the next one before it is asked for. */
export interface Ahead<T> {
  readonly batches: AsyncGenerator<T>;
  readonly readOn: () => void;
}

/** To be read while somebody else is at work; whoever calls says when that is. */
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
