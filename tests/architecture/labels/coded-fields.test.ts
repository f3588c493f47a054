import { getTableColumns } from 'drizzle-orm';
import { isInputObjectType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { keysOf } from '#schema/coded.ts';
import { allLabels } from '#schema/codes/labels/field-labels.ts';
import { household } from '#schema/household/household.table.ts';
import { catalog } from '#server/modules.ts';

const schema = createSchema();
const fieldsOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
};
const coded = entitiesIn(catalog)
  .filter(({ source }) => !source)
  .flatMap(({ name, table }) =>
    Object.entries(getTableColumns(table))
      .filter(([, column]) => keysOf(column))
      .map(([field]) => ({ type: name, field })),
  );
const names = (found: readonly { type: string; field: string }[]) =>
  found.map(({ type, field }) => `${type}.${field}`);

describe('a column that holds codes', () => {
  it('is a field of the API', () => {
    expect(names(coded)).toEqual(expect.arrayContaining(['Household.category', 'Member.health']));
    expect(names(coded.filter(({ type, field }) => !fieldsOf(type).includes(field)))).toEqual([]);
  });

  /** Set by the server, or by a verb of its own. */
  const byServer = [
    ...['Cadre.status', 'CategoryPeriod.category', 'Claim.category', 'Claim.status', 'ClaimStep.fromStatus'],
    ...['ClaimStep.toStatus', 'Division.level', 'ExportJob.status'],
    ...['Fund.status', 'FundAccount.kind', 'FundAllocation.status', 'FundBookEvent.kind'],
    ...['FundCommitment.status', 'FundLine.reissue', 'FundTransfer.kind'],
    ...['ImportBatch.status', 'ImportRow.result', 'Member.leftReason', 'Pairing.endReason'],
    ...['Payment.status', 'PaymentBatch.status', 'PaymentEvent.fromStatus', 'PaymentEvent.toStatus'],
    ...['PaymentResultRow.result', 'PaymentResultRow.said'],
    ...[
      'ProblemStep.fromStatus',
      'ProblemStep.toStatus',
      'ReliefPolicy.status',
      'User.status',
      'Visit.source',
      'Visit.status',
    ],
    ...['Webhook.pauseReason', 'Webhook.status', 'WebhookDelivery.failure', 'WebhookDelivery.kind'],
    'WebhookDelivery.status',
  ];

  it('is sent by a form, or written by the server only', () => {
    const unsent = coded.filter(({ type, field }) => {
      const inputs = allLabels.filter((labels) => labels.type === type).flatMap((labels) => labels.inputs);
      return !inputs.some((input) => fieldsOf(input).includes(field));
    });
    expect(names(unsent).sort()).toEqual(byServer);
  });
});

it('every household column of a roster is a column, an API field and in the inputs of both forms', () => {
  const read = rosterColumns.filter((column) => 'read' in column).map(({ key }) => key);
  expect(read).toEqual(expect.arrayContaining(['size', 'note']));
  const places = [
    Object.keys(getTableColumns(household)),
    ...['Household', 'CreateHouseholdInput', 'UpdateHouseholdInput'].map(fieldsOf),
  ];
  expect(read.filter((key) => !places.every((place) => place.includes(key)))).toEqual([]);
});
