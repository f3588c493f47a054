import { divisionExists } from '#modules/division/division.service.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import { projectEntity } from '#modules/project/project.entity.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { requireOther, signedBy } from '#platform/write/money/acting.ts';
import { insert, update } from '#platform/write/write.ts';
import type { DecideAllocationInput, ProposeAllocationInput } from '#schema/fund/spending/allocation.type.ts';
import { foldName } from '#schema/text.ts';
import { fundLineEntity } from '../document/line.entity.ts';
import { accountIn, accountsOf, openAccounts } from '../ledger/accounts.service.ts';
import { post } from '../ledger/post.service.ts';
import { allocationEntity } from './allocation.entity.ts';
import { targetFaults } from './allocation.rules.ts';

export async function proposeAllocation(ctx: Context, input: ProposeAllocationInput) {
  const countyCode = countyOf(fundLineEntity, input.lineId, 'input.lineId');
  const propose = async (work: WorkContext) => {
    const line = await lockRow(work, fundLineEntity, input.lineId, 'input.lineId', 'fund.write');
    accountIn(await accountsOf(work, { countyCode, lineId: line.id }), 'LINE', 'input.lineId');
    const faults = targetFaults(input, countyCode);
    if (Object.keys(faults).length > 0) throw invalid(faults);
    const { target, divisionCode = null, amount, documentNumber } = input;
    if (divisionCode !== null && !(await divisionExists(work, divisionCode)))
      throw invalid({ 'input.divisionCode': 'DIVISION_UNKNOWN' });
    const { by, at } = signedBy(work);
    const row = {
      ...{ countyCode, id: newId(), fundId: line.fundId, lineId: line.id, target, divisionCode, amount },
      ...tidy({ documentNumber }, ['documentNumber']),
      title: foldName(input.title),
      projectId: idOf(projectEntity, input.projectId, countyCode, 'input.projectId'),
      organizationId: idOf(organizationEntity, input.organizationId, countyCode, 'input.organizationId'),
      proposedBy: by,
      proposedAt: at,
    };
    const made = await insert(work, allocationEntity, row, { action: 'proposeAllocation' });
    return { allocation: [countyCode, made.id] };
  };
  return command(ctx, 'proposeAllocation', countyCode, input, propose, { needsClientMutationId: true });
}

type Known = typeof projectEntity | typeof organizationEntity;

/** The key of a record of the same county; a key of the database refuses one that is not there. */
function idOf(entity: Known, id: string | null | undefined, county: string, path: string): string | null {
  if (!id) return null;
  const [countyCode, rowId = ''] = partsOfId(entity, id, path);
  if (countyCode !== county) throw notFound(path);
  return rowId;
}

export async function decideAllocation(ctx: Context, input: DecideAllocationInput) {
  const countyCode = countyOf(allocationEntity, input.id, 'input.id');
  const decide = async (work: WorkContext) => {
    const before = await lockRow(work, allocationEntity, input.id, 'input.id', 'fund.approve');
    if (before.status !== 'PROPOSED') throw refuse('ALREADY_DECIDED', { 'input.id': 'ALREADY_DECIDED' });
    checkVersion(before, input.expectedVersion);
    requireOther(work, before.proposedBy, 'input.id');
    const { reason = null } = tidy({ reason: input.reason });
    if (!input.approved && reason === null) throw invalid({ 'input.reason': 'REQUIRED_MISSING' });
    const effectiveOn = input.effectiveOn ?? today(ctx.clock);
    const { by, at } = signedBy(work);
    const decided = { decidedBy: by, decidedAt: at, reason };
    const changes = input.approved
      ? { ...decided, status: 'APPROVED', effectiveOn }
      : { ...decided, status: 'REJECTED' };
    const after = await update(work, allocationEntity, before, changes, { action: 'decideAllocation' });
    if (input.approved) await allocate(work, after, effectiveOn);
    return { allocation: [countyCode, before.id] };
  };
  return command(ctx, 'decideAllocation', countyCode, input, decide, { needsClientMutationId: true });
}

type Allocation = typeof allocationEntity.table.$inferSelect;

async function allocate(work: WorkContext, allocation: Allocation, effectiveOn: string): Promise<void> {
  const { countyCode, id: allocationId, fundId, lineId, amount, title: receiver } = allocation;
  const from = accountIn(await accountsOf(work, { countyCode, lineId }), 'LINE');
  const kinds = ['ALLOCATED', 'UNIT', 'RETAINED', 'PAID'] as const;
  const to = await openAccounts(work, { countyCode, allocationId }, fundId, kinds, 'FundAllocation');
  const movements = [
    { accountId: from, amount: -amount },
    { accountId: accountIn(to, 'ALLOCATED'), amount },
  ];
  const posting = { countyCode, kind: 'ALLOCATION' as const, effectiveOn, receiver, movements };
  await post(work, posting, { action: 'allocateFunds' }, { amount: 'input.id' });
}
