import { reaches, reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';

/** Everyone in a county may look a cadre up; only who reaches the place where the cadre works may change the record. */
export const mayWriteCadre = (ctx: Context, divisionCode: string): boolean =>
  reaches(reachOf(ctx.viewer, 'cadre.write'), divisionCode);
