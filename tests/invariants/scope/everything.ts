import { sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import type { Entity, Row } from '#platform/read/entity.ts';
import { selectRows } from '#platform/read/select.ts';
import { allRights } from '#schema/codes/rights.ts';
import type { TestApp } from '#tests/setup/app.ts';

/** All rows of a type, as a viewer who may see everything reads them. */
export function allRows(test: TestApp, entity: Entity): Promise<Row[]> {
  const everywhere = { role: 'none', divisionCode: '', rights: new Set(allRights), pairedOnly: false };
  const viewer = {
    userId: '',
    username: '',
    displayName: '',
    sessionId: null,
    tokenId: null,
    holdings: [everywhere],
    cadres: [],
  };
  const ctx: Context = { ...test.app.systemContext(), viewer };
  return selectRows(ctx, entity, { where: sql`true` });
}
