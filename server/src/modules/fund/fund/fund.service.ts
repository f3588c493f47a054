import { countyIsOpen } from '#modules/county/county.service.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { notFound } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { insert } from '#platform/write/write.ts';
import type { CreateFundInput, UpdateFundInput } from '#schema/fund/fund.type.ts';
import { foldName } from '#schema/text.ts';
import { fundEntity } from './fund.entity.ts';

export async function createFund(ctx: Context, input: CreateFundInput) {
  const { countyCode, kind, fiscalYear, purpose } = input;
  return command(ctx, 'createFund', countyCode, input, async (work) => {
    if (!reaches(reachOf(ctx.viewer, 'fund.write'), countyCode) || !(await countyIsOpen(work, countyCode)))
      throw notFound('input.countyCode');
    const row = {
      ...{ countyCode, id: newId(), kind, fiscalYear, name: foldName(input.name) },
      ...tidy({ purpose }),
      createdAt: ctx.clock.now().toISOString(),
    };
    const made = await insert(work, fundEntity, row, { action: 'createFund' });
    return { fund: [countyCode, made.id] };
  });
}

export async function updateFund(ctx: Context, input: UpdateFundInput) {
  const countyCode = countyOf(fundEntity, input.id, 'input.id');
  return command(ctx, 'updateFund', countyCode, input, async (work) => {
    const before = await lockRow(work, fundEntity, input.id, 'input.id', 'fund.write');
    checkVersion(before, input.expectedVersion);
    const { name, purpose } = input;
    const changes = { ...tidy({ purpose }), name: name ? foldName(name) : name };
    await edit(work, fundEntity, before, changes, { action: 'updateFund' });
    return { fund: [countyCode, before.id] };
  });
}
