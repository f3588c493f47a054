import { whichToken, whoDid } from '#modules/identity/user/who.entity.ts';
import { defineEntity } from '#platform/read/entity.ts';
import { claim, claimStep } from '#schema/claim/claim.table.ts';
import { ClaimStep } from '#schema/claim/claim.type.ts';
import { claimExpense, claimLayer } from '#schema/claim/claim-costs.table.ts';
import { ClaimExpense, ClaimLayer } from '#schema/claim/claim-costs.type.ts';
import { ofClaimScope } from './claim.policy.ts';

export const claimStepEntity = defineEntity({
  type: ClaimStep,
  table: claimStep,
  feed: { hangsOn: { on: claim, by: claimStep.claimId } },
  plural: 'steps of claims',
  right: 'claim.read',
  scope: ofClaimScope,
  computed: {
    recordedBy: whoDid('recordedBy', 'Who took the step, by name.'),
    recordedByToken: whichToken('recordedByToken', 'The token by which a program took it, by name.'),
  },
});

export const claimExpenseEntity = defineEntity({
  type: ClaimExpense,
  table: claimExpense,
  removable: true,
  key: ['countyCode', 'claimId', 'receiptNumber'],
  plural: 'receipts of claims',
  right: 'claim.read',
  scope: ofClaimScope,
});

export const claimLayerEntity = defineEntity({
  type: ClaimLayer,
  table: claimLayer,
  removable: true,
  key: ['countyCode', 'claimId', 'layer'],
  plural: 'layers of the cost of claims',
  right: 'claim.read',
  scope: ofClaimScope,
});
