import { expect, it } from 'vitest';
import { stages } from '#modules/imports/staging/stages.ts';
import { requiredOf } from '#platform/sheet/header/find-header.ts';
import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importNeeds } from '#schema/codes/imports/import-needs.ts';

it.each(ImportKind.keys)('says before an upload what a sheet of kind %s must have', (kind) => {
  expect(importNeeds[kind]).toEqual(requiredOf(stages[kind].columns));
});
