import { expect, test } from 'vitest';
import { changesBetween } from './diff.ts';

test('only fields whose values differ are changes', () => {
  expect(changesBetween('{"size":3,"address":"a"}', '{"size":4,"address":"a"}')).toEqual([
    { field: 'size', before: 3, after: 4 },
  ]);
});

test('a created record shows its values except empty ones', () => {
  expect(changesBetween(null, '{"headName":"x","note":null}')).toEqual([
    { field: 'headName', before: undefined, after: 'x' },
  ]);
});

test('lists are compared by content', () => {
  expect(changesBetween('{"rights":["a"]}', '{"rights":["a"]}')).toEqual([]);
  expect(changesBetween('{"rights":["a"]}', '{"rights":["a","b"]}')).toHaveLength(1);
});

test('text that is not an object is shown as it is', () => {
  expect(changesBetween(null, 'broken {')).toEqual([
    { field: 'value', before: undefined, after: 'broken {' },
  ]);
});
