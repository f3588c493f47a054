import { asc, eq, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { beforeAll, expect, it } from 'vitest';
import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { dutyRuleEntity } from '#modules/county/county.entity.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import { problemStepEntity } from '#modules/visit/problem/problem.entity.ts';
import { visitVersionEntity } from '#modules/visit/visit.entity.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import type { Writable } from '#platform/write/writable.ts';
import { end, insert, remove, update } from '#platform/write/write.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { recordChange } from '#schema/change/change.table.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
beforeAll(() => makeDivisions(test));

const writing = <T>(fn: (work: WorkContext) => Promise<T>) => withTransaction(test.app.systemContext(), fn);
const office = (name: string) => ({
  countyCode: places.county,
  id: newId(),
  name,
  pinyin: name,
  level: 'COUNTY',
  createdAt: test.clock.now().toISOString(),
});
const audited = (entityId: string) =>
  test.owner.db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.entityId, entityId))
    .orderBy(asc(auditEvent.seq));
const linesOf = (id: string) =>
  test.owner.db
    .select({ kind: recordChange.kind, from: recordChange.placeBefore, to: recordChange.placeAfter })
    .from(recordChange)
    .where(eq(recordChange.recordId, id))
    .orderBy(asc(recordChange.xid));

it('inserts, updates and removes a row with version, audit trail and change feed', async () => {
  const row = office('甲单位');
  const made = await writing((work) =>
    insert(work, organizationEntity, row, { action: 'createOrganization' }),
  );
  expect(made).toMatchObject({ ...row, version: 1, createdAt: expect.anything() });
  const after = await writing((work) =>
    update(
      work,
      organizationEntity,
      made,
      { name: '乙单位' },
      { action: 'updateOrganization', facts: { reason: '改名' } },
    ),
  );
  expect(after).toMatchObject({ name: '乙单位', version: 2 });
  await writing((work) => remove(work, organizationEntity, after, { action: 'rollBackImport' }));
  const trail = await audited(row.id);
  expect(
    trail.map(({ action, entity, countyCode, divisionCode }) => [action, entity, countyCode, divisionCode]),
  ).toEqual(
    ['createOrganization', 'updateOrganization', 'rollBackImport'].map((action) => [
      action,
      'Organization',
      places.county,
      places.county,
    ]),
  );
  const [first, second, third] = trail.map(({ before, after: now }) =>
    [before, now].map((text) => JSON.parse(text ?? 'null')),
  );
  expect(first).toEqual([null, made]);
  expect(second).toEqual([made, { ...after, reason: '改名' }]);
  expect(third).toEqual([after, null]);
  expect((await linesOf(row.id)).map(({ kind }) => kind)).toEqual(['INSERTED', 'UPDATED', 'REMOVED']);
});

it('throws the given refusal where nothing was written, and leaves no trace', async () => {
  const absent = { ...office('丙单位'), version: 1 };
  const gone = (work: WorkContext, refusal?: () => ReturnType<typeof refuse>) =>
    update(
      work,
      organizationEntity,
      absent as never,
      { name: '丁单位' },
      { action: 'updateOrganization', ...(refusal && { refusal }) },
    );
  await expect(writing((work) => gone(work))).rejects.toThrow('Organization: nothing was updated');
  await expect(writing((work) => gone(work, () => refuse('CONFLICT')))).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await expect(
    writing((work) => remove(work, organizationEntity, absent as never, { action: 'rollBackImport' })),
  ).rejects.toThrow('Organization: nothing was removed');
  expect(await audited(absent.id)).toEqual([]);
});

it('updates a row only under the given condition', async () => {
  const made = await writing((work) =>
    insert(work, organizationEntity, office('戊单位'), { action: 'createOrganization' }),
  );
  const options = { action: 'updateOrganization', where: sql`${organization.name} = '另一名'` };
  await expect(
    writing((work) => update(work, organizationEntity, made, { name: '己单位' }, options)),
  ).rejects.toThrow('nothing was updated');
});

it('refuses to update and remove rows of an insert-only table, by type and at run time', async () => {
  const row = { countyCode: places.county, id: newId() };
  const trail = { auditedAs: 'Visit' };
  // @ts-expect-error a table that is declared insert-only has no update
  await expect(writing((work) => update(work, visitVersionEntity, row, {}, trail))).rejects.toThrow(
    'insert-only',
  );
  const untyped: Writable<PgTable> = visitVersionEntity;
  await expect(writing((work) => update(work, untyped, row, {}, trail))).rejects.toThrow('insert-only');
  await expect(writing((work) => remove(work, { ...untyped, removable: true }, row, trail))).rejects.toThrow(
    'insert-only',
  );
});

it('tells the feed where a record belonged before it moved', async () => {
  const { township, otherTownship } = places;
  const row = { ...office('庚'), divisionCode: township };
  const { level: _, ...cadre } = row;
  const made = await writing((work) => insert(work, cadreEntity, cadre, { action: 'createCadre' }));
  await writing((work) =>
    update(work, cadreEntity, made, { divisionCode: otherTownship }, { action: 'updateCadre' }),
  );
  expect(await linesOf(row.id)).toEqual([
    { kind: 'INSERTED', from: null, to: township },
    { kind: 'UPDATED', from: township, to: otherTownship },
  ]);
  expect((await audited(row.id)).map(({ divisionCode }) => divisionCode)).toEqual([township, otherTownship]);
});

it('ends a record once, whichever of two is first', async () => {
  const rule = {
    countyCode: places.county,
    id: newId(),
    category: 'ORDINARY',
    frequency: 'QUARTER',
    modes: ['IN_PERSON'],
    fromOn: '2026-01-01',
  };
  const made = await writing((work) => insert(work, dutyRuleEntity, rule, { action: 'setDutyRule' }));
  const ending = (toOn: string) =>
    writing((work) => end(work, dutyRuleEntity, made, { toOn }, { action: 'endDutyRule' }));
  const ends = await Promise.allSettled([ending('2026-12-31'), ending('2027-03-31')]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await audited(rule.id)).map(({ action }) => action)).toEqual(['setDutyRule', 'endDutyRule']);
  await expect(
    writing(async (work) => end(work, dutyRuleEntity, made, {}, { action: 'endDutyRule' })),
  ).rejects.toThrow('no toOn to end by');
});

it('refuses to insert a dependent record without its place', async () => {
  const step = {
    countyCode: places.county,
    id: newId(),
    problemId: newId(),
    toStatus: 'OPEN',
    happenedOn: '2026-01-01',
    recordedAt: test.clock.now().toISOString(),
  };
  const alone = (work: WorkContext) => insert(work, problemStepEntity, step, { auditedAs: 'Problem' });
  await expect(writing(alone)).rejects.toThrow('say where the row belongs');
});
