import { expect, it } from 'vitest';
import { stagePoint } from '#modules/imports/staging/stage.ts';
import { stageOf, stagesIn } from '#modules/imports/staging/stages.ts';
import { compose } from '#platform/module/compose.ts';
import { defineModule } from '#platform/module/module.ts';
import { requiredOf } from '#platform/sheet/header/find-header.ts';
import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importNeeds } from '#schema/codes/imports/import-needs.ts';
import { catalog, modules } from '#server/modules.ts';

it.each(ImportKind.keys)('says before an upload what a sheet of kind %s must contain', (kind) => {
  expect(importNeeds[kind]).toEqual(requiredOf(stageOf(catalog, kind).columns));
});

it('accepts a kind of list from a later module, and refuses duplicate and missing kinds', () => {
  const composed = (...provides: Parameters<typeof stagePoint.with>[0][]) =>
    compose([
      ...modules.map((module) => ({ ...module, extensions: [] })),
      defineModule({ name: 'later', provides: provides.map(stagePoint.with) }),
    ]);
  const roster = stageOf(catalog, 'ROSTER');
  const wells = { ...roster, kind: 'WELLS' as ImportKind };
  expect(stageOf(composed(wells), wells.kind)).toBe(wells);
  expect(() => stageOf(composed(roster), 'ROSTER')).toThrow('two modules declare how ROSTER is imported');
  expect(() => stageOf(catalog, wells.kind)).toThrow('no module declares how WELLS is imported');
  expect(stagesIn(catalog).map(({ kind }) => kind)).toEqual(ImportKind.keys);
});
