import type { WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { lockRow } from '#platform/write/lock.ts';
import type { Right } from '#schema/codes/rights.ts';
import { allocationEntity } from './allocation.entity.ts';

/** An allocation that has money: locked, and approved. */
export async function lockApproved(work: WorkContext, id: string, right: Right, path = 'input.allocationId') {
  const allocation = await lockRow(work, allocationEntity, id, path, right);
  if (allocation.status !== 'APPROVED')
    throw refuse('ALLOCATION_NOT_APPROVED', { [path]: 'ALLOCATION_NOT_APPROVED' });
  return allocation;
}
