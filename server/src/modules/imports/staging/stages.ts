import type { Catalog } from '#platform/module/catalog.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { type Stage, stagePoint } from './stage.ts';

export const stagesIn = (catalog: Catalog): readonly Stage[] => catalog.provided(stagePoint);

export function stageOf(catalog: Catalog, kind: ImportKind): Stage {
  const [stage, ...others] = stagesIn(catalog).filter((one) => one.kind === kind);
  if (!stage) throw new Error(`no module declares how ${kind} is imported`);
  if (others.length > 0) throw new Error(`two modules declare how ${kind} is imported`);
  return stage;
}
