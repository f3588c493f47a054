import { reaches, reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';

/**
 * Everyone in a county may read its cadres; only viewers whose reach includes the cadre's work place may change the
 * record.
 */
export const mayWriteCadre = (ctx: Context, divisionCode: string): boolean =>
  reaches(reachOf(ctx.viewer, 'cadre.write'), divisionCode);
