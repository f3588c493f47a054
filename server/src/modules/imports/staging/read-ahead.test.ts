import { expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

function counting(upTo: number) {
  const seen = { read: 0, closed: false };
  const source = (async function* () {
    try {
      while (seen.read < upTo) {
        seen.read += 1;
        yield seen.read;
      }
      throw new Error('broken');
    } finally {
      seen.closed = true;
    }
  })();
  return { seen, ...readAhead(source) };
}

it('returns each once and in order, whether or not it was read ahead, and however often', async () => {
  const { batches, readOn, seen } = counting(5);
  const got: number[] = [];
  for await (const one of batches) {
    got.push(one);
    if (one === 2) {
      readOn();
      readOn();
      expect(seen.read).toBe(3);
    }
    if (one === 5) break;
  }
  expect(got).toEqual([1, 2, 3, 4, 5]);
});

it('throws the error of a read-ahead to the next caller', async () => {
  const { batches, readOn } = counting(1);
  await batches.next();
  readOn();
  await expect(batches.next()).rejects.toThrow('broken');
});

it('closes the source when reading stops', async () => {
  const { batches, readOn, seen } = counting(5);
  await batches.next();
  readOn();
  await batches.return(undefined);
  expect(seen.closed).toBe(true);
});
