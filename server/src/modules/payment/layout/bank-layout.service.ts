import { countyIsOpen } from '#modules/county/county.service.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { end, insert } from '#platform/write/write.ts';
import type {
  AddBankLayoutInput,
  AddSampleLayoutsInput,
  EndBankLayoutInput,
} from '#schema/payment/bank-layout.type.ts';
import { bankLayoutEntity } from './bank-layout.entity.ts';
import { layoutsInUse, lockLayoutNamed } from './bank-layout.queries.ts';
import { sampleLayouts } from './sample-layouts.ts';

/** Layouts are the county's: the right must reach all of it. */
async function checkCounty(work: WorkContext, countyCode: string): Promise<void> {
  const isReached = reaches(reachOf(work.viewer, 'payment.approve'), countyCode);
  if (!isReached || !(await countyIsOpen(work, countyCode))) throw notFound('input.countyCode');
}

const begun = (ctx: Context, countyCode: string) => ({
  countyCode,
  id: newId(),
  fromOn: today(ctx.clock),
  createdAt: ctx.clock.now().toISOString(),
});

/** What is not said stays with the usual of the table. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]: Exclude<T[K], null>;
  };

export async function addBankLayout(ctx: Context, input: AddBankLayoutInput) {
  const { countyCode } = input;
  return command(ctx, 'addBankLayout', countyCode, input, async (work) => {
    await checkCounty(work, countyCode);
    const { clientMutationId: _, ...fields } = input;
    const former = await lockLayoutNamed(work, countyCode, input.name);
    const toOn = today(ctx.clock);
    if (former) await end(work, bankLayoutEntity, former, { toOn }, { action: 'endBankLayout' });
    const row = { ...given(fields), ...begun(ctx, countyCode) };
    const made = await insert(work, bankLayoutEntity, row, { action: 'addBankLayout' });
    return { bankLayout: [countyCode, made.id] };
  });
}

/** Adds those samples of which the county has none by that name. */
export async function addSampleLayouts(ctx: Context, input: AddSampleLayoutsInput) {
  const { countyCode } = input;
  return command(ctx, 'addSampleLayouts', countyCode, input, async (work) => {
    await checkCounty(work, countyCode);
    const known = (await layoutsInUse(work, countyCode)).map(({ name }) => name);
    const bankLayouts: string[][] = [];
    for (const sample of sampleLayouts) {
      if (known.includes(sample.name)) continue;
      const row = { ...sample, ...begun(ctx, countyCode) };
      const { id } = await insert(work, bankLayoutEntity, row, { action: 'addBankLayout' });
      bankLayouts.push([countyCode, id]);
    }
    return { bankLayouts };
  });
}

async function lockInUse(work: WorkContext, input: { id: string; expectedVersion: number }) {
  const before = await lockRow(work, bankLayoutEntity, input.id, 'input.id', 'payment.approve');
  checkVersion(before, input.expectedVersion);
  if (before.toOn !== null) throw refuse('LAYOUT_ENDED', { 'input.id': 'LAYOUT_ENDED' });
  return before;
}

export async function endBankLayout(ctx: Context, input: EndBankLayoutInput) {
  const countyCode = countyOf(bankLayoutEntity, input.id, 'input.id');
  return command(ctx, 'endBankLayout', countyCode, input, async (work) => {
    const before = await lockInUse(work, input);
    const toOn = today(ctx.clock);
    await end(work, bankLayoutEntity, before, { toOn }, { action: 'endBankLayout' });
    return { bankLayout: [countyCode, before.id] };
  });
}
