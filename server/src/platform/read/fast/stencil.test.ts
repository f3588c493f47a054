import { expect, test } from 'vitest';
import type { Viewer } from '#platform/access/viewer.ts';
import { fixedClock } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { type Asking, between, filler, ofViewer, plainly, stencil } from './stencil.ts';

test('gives the same list for the same text, by which a statement is known without reading it', () => {
  expect(plainly(` limit ${20}`).texts).toBe(plainly(' limit 20').texts);
  expect(plainly(' limit 20').texts).not.toBe(plainly(' limit 21').texts);
  expect(between(' = ', 1).texts).toBe(between(' = ', 2).texts);
  expect(between(' = ', 1, '::text').texts).toEqual([' = ', '::text']);
  expect(plainly('$1').texts).toEqual(['$1']);
  expect(between('', 1).texts).toEqual(['', '']);
});

const somebody = (userId: string): Viewer => ({
  userId,
  username: userId,
  displayName: userId,
  sessionId: null,
  tokenId: null,
  holdings: [],
  cadres: [],
});

test('fills what depends on the viewer and the day once for both, and anew for anybody else and another day', () => {
  const clock = fixedClock('2026-11-10T04:00:00Z');
  let filled = 0;
  const fill = filler(
    stencil`select ${ofViewer(({ ctx }) => {
      filled += 1;
      return between('', ctx.viewer?.userId);
    })}, ${({ variables }) => between('', variables.id)}`,
  );
  const ask = (viewer: Viewer | null, id: number) =>
    fill({
      ctx: { viewer, clock } as Partial<Context> as Context,
      variables: { id },
      argsOf: () => ({}),
    } satisfies Asking);
  const [one, other] = [somebody('one'), somebody('other')];
  expect(ask(one, 1)).toEqual({ text: 'select $1, $2', values: ['one', 1] });
  expect(ask(one, 2).values).toEqual(['one', 2]);
  expect(filled).toBe(1);
  expect(ask(other, 2).values).toEqual(['other', 2]);
  expect(ask(somebody('one'), 2).values).toEqual(['one', 2]);
  expect(filled).toBe(3);
  clock.set('2026-11-10T16:00:00Z');
  expect(ask(one, 2).values).toEqual(['one', 2]);
  expect(filled).toBe(4);
  ask(null, 1);
  ask(null, 1);
  expect(filled).toBe(6);
});
