import { reaches, reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';

/** The directory belongs to the whole county: the right to write in it must reach the whole county. */
export const mayWriteOrganizations = (ctx: Context, countyCode: string): boolean =>
  reaches(reachOf(ctx.viewer, 'organization.write'), countyCode);
