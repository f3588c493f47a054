import { expect, test } from 'vitest';
import { trail, waysToSplit, waysToSplitPlaces } from './levels.ts';

test('a board splits into the next level first', () => {
  expect(waysToSplit('1304')[0]).toBe('COUNTY');
  expect(waysToSplit('130434')).toEqual(['TOWNSHIP', 'VILLAGE', 'CADRE']);
  expect(waysToSplit('130434205')).toEqual(['VILLAGE', 'CADRE']);
  expect(waysToSplit('130434205201')).toEqual(['CADRE']);
});

test('several divisions are the rows of the first board', () => {
  expect(waysToSplitPlaces(['130434205', '130434206201'])[0]).toBe('TOWNSHIP');
  expect(waysToSplitPlaces(['130434', '130529'])[0]).toBe('COUNTY');
});

test("the path leads up to the user's own division and no further", () => {
  expect(trail('130434205201', ['130434'])).toEqual(['130434', '130434205', '130434205201']);
  expect(trail('130434205201', ['130434205', '130434206'])).toEqual(['130434205', '130434205201']);
});
