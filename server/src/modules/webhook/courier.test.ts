import { expect, it } from 'vitest';
import { createCourier } from './courier.ts';

/** A task that runs until it is asked to end. */
function going() {
  let end = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { go: () => promise, end: () => end() };
}

it('delivers to four webhooks of one person at once, each once, and starts another when one has ended', async () => {
  const courier = createCourier();
  const first = going();
  let begun = 0;
  const begin = (id: string, go = () => new Promise<void>(() => undefined)) =>
    courier.begin(id, 'owner', () => {
      begun += 1;
      return go();
    });
  begin('0', first.go);
  begin('0');
  for (let id = 1; id < 7; id += 1) begin(String(id));
  expect(begun).toBe(4);
  courier.begin('of another', 'other', first.go);
  expect(courier.count()).toBe(5);
  first.end();
  await expect.poll(() => courier.count()).toBe(3);
  begin('6');
  expect(begun).toBe(5);
});

it('delivers to at most 64 webhooks of all people at once', () => {
  const courier = createCourier();
  for (let owner = 0; owner < 30; owner += 1)
    for (let id = 0; id < 4; id += 1)
      courier.begin(`${owner} ${id}`, String(owner), () => new Promise(() => undefined));
  expect(courier.count()).toBe(64);
});

it('settles when all have ended, failed or not', async () => {
  const courier = createCourier();
  const [sound, failing] = [going(), going()];
  courier.begin('sound', 'owner', sound.go);
  courier.begin('failing', 'owner', () => failing.go().then(() => Promise.reject(new Error('told nobody'))));
  let isSettled = false;
  const settled = courier.settle().then(() => {
    isSettled = true;
  });
  sound.end();
  await expect.poll(() => courier.count()).toBe(1);
  expect(isSettled).toBe(false);
  failing.end();
  await settled;
  expect(courier.count()).toBe(0);
});
