import { expect, it } from 'vitest';
import { requiredOf } from '#platform/sheet/find-header.ts';
import { ImportKind } from '#schema/codes/import.codes.ts';
import { importNeeds } from '#schema/codes/import-needs.ts';
import { stages } from './stages.ts';

it.each(ImportKind.keys)('says before an upload what a sheet of kind %s must have', (kind) => {
  expect(importNeeds[kind]).toEqual(requiredOf(stages[kind].columns));
});
