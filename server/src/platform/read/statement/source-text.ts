import { SQL, sql } from 'drizzle-orm';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { type Fragment, fragmentOf } from '#platform/database/fragment.ts';
import type { Entity, ReadRequest } from '../entity.ts';
import { cachedReach } from '../reach.ts';
import { rowsOf } from '../select.ts';

const sources = new Map<string, Fragment>();
const mostSources = 300;

const asText = (_name: string, value: unknown) => (value instanceof SQL ? value.queryChunks : value);

/**
 * The query that works out an entity's rows. It depends on what is asked, how far the right reaches and the day; taking
 * a long one apart costs more than the database needs to run it, so the latest are kept.
 */
export function sourceOf(ctx: Context, entity: Entity, request: Partial<ReadRequest> | undefined): Fragment {
  const reach = cachedReach(ctx.viewer, entity.right).key;
  const key = `${entity.name} ${today(ctx.clock)} ${reach} ${JSON.stringify(request, asText)}`;
  const known = sources.get(key);
  if (known) return known;
  const made = fragmentOf(sql`${rowsOf(ctx, entity, request)}`);
  if (sources.size >= mostSources) sources.delete(sources.keys().next().value ?? '');
  sources.set(key, made);
  return made;
}
