import type { Context } from '#platform/context.ts';
import { reaches, reachOf } from '#platform/viewer.ts';

/** The directory is the county's as a whole: who writes in it must reach the whole county. */
export const mayWriteOrganizations = (ctx: Context, countyCode: string): boolean =>
  reaches(reachOf(ctx.viewer, 'organization.write'), countyCode);
