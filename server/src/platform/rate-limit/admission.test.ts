import { expect, it } from 'vitest';
import { createAdmission } from './admission.ts';

const limits = { perCaller: 3, dearPerCaller: 1, dearInAll: 2, waitingPerCaller: 4, waitingMs: 100 };

/** Asks for many at once; tells which have begun, and ends them by name. */
function scene() {
  const admission = createAdmission(limits);
  const begun: string[] = [];
  const refused: string[] = [];
  const ends = new Map<string, () => void>();
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    begun,
    refused,
    async request(caller: string, name: string, isDear = false) {
      void admission.admit(caller, isDear).then((end) => {
        (end ? begun : refused).push(name);
        if (end) ends.set(name, end);
      });
      await settled();
    },
    async end(name: string) {
      ends.get(name)?.();
      await settled();
    },
  };
}

it('lets a caller run as many as allowed, the rest in the order in which they came, and others at once', async () => {
  const { request, begun, end } = scene();
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) await request('a', name);
  await request('b', 'b1');
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1']);
  await end('a2');
  await end('a1');
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'a4', 'a5']);
});

it('keeps dear ones apart from each other and lets the rest pass them', async () => {
  const { request, begun, end } = scene();
  await request('a', 'a1', true);
  await request('a', 'a2', true);
  await request('a', 'a3');
  await request('b', 'b1', true);
  await request('c', 'c1', true);
  await request('c', 'c2');
  expect(begun).toEqual(['a1', 'a3', 'b1', 'c2']);
  await end('b1');
  expect(begun).toEqual(['a1', 'a3', 'b1', 'c2', 'c1']);
  await end('a1');
  expect(begun).toEqual(['a1', 'a3', 'b1', 'c2', 'c1', 'a2']);
});

it('counts an end once, however often it is reported', async () => {
  const { request, begun, end } = scene();
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) await request('a', name);
  await end('a1');
  await end('a1');
  await end('a1');
  expect(begun).toEqual(['a1', 'a2', 'a3', 'a4']);
});

it('refuses a caller who lets too many wait, and nobody else', async () => {
  const { request, begun, end, refused } = scene();
  for (let number = 1; number <= 8; number += 1) await request('a', `a${number}`);
  expect(refused).toEqual(['a8']);
  await request('b', 'b1');
  expect(begun).toContain('b1');
  await end('a1');
  await request('a', 'a9');
  expect(refused).toEqual(['a8']);
});

it('refuses what has waited too long, and goes on with the rest', async () => {
  const { request, begun, end, refused } = scene();
  for (let number = 1; number <= 5; number += 1) await request('a', `a${number}`);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(refused).toEqual(['a4', 'a5']);
  await request('a', 'a6');
  await end('a1');
  expect(begun).toEqual(['a1', 'a2', 'a3', 'a6']);
});
