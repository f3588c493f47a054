import { expect, test } from 'vitest';
import type { Viewer } from '#platform/access/viewer.ts';
import { fixedClock } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import {
  type BindContext,
  between,
  compileTemplate,
  ofViewer,
  plainly,
  sqlTemplate,
} from './sql-template.ts';

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
  let bindTemplate = 0;
  const fill = compileTemplate(
    sqlTemplate`select ${ofViewer(({ ctx }) => {
      bindTemplate += 1;
      return between('', ctx.viewer?.userId);
    })}, ${({ variables }) => between('', variables.id)}`,
  );
  const request = (viewer: Viewer | null, id: number) =>
    fill({
      ctx: { viewer, clock } as Partial<Context> as Context,
      variables: { id },
      argsOf: () => ({}),
    } satisfies BindContext);
  const [one, other] = [somebody('one'), somebody('other')];
  expect(request(one, 1)).toEqual({ text: 'select $1, $2', values: ['one', 1] });
  expect(request(one, 2).values).toEqual(['one', 2]);
  expect(bindTemplate).toBe(1);
  expect(request(other, 2).values).toEqual(['other', 2]);
  expect(request(somebody('one'), 2).values).toEqual(['one', 2]);
  expect(bindTemplate).toBe(3);
  clock.set('2026-11-10T16:00:00Z');
  expect(request(one, 2).values).toEqual(['one', 2]);
  expect(bindTemplate).toBe(4);
  request(null, 1);
  request(null, 1);
  expect(bindTemplate).toBe(6);
});
