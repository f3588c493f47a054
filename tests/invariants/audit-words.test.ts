import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';
import { withoutWords } from '#tests/setup/audit-words.ts';

// Tests of verbs end by asking whether all that they put on record has a word; see tests/setup/audit-words.ts. Here is the
// proof that they would notice.
const test = testApp();

beforeAll(() => makeDivisions(test));

it('would notice a record and a field that the console has no words for', async () => {
  const told = (seq: number, entity: string) => ({
    countyCode: places.county,
    seq,
    divisionCode: places.county,
    at: '2026-11-10T00:00:00Z',
    actorName: '某人',
    requestId: newId(),
    action: 'test',
    entity,
    entityId: newId(),
    after: '{"headName":"甲测试","depth":3}',
    hash: Buffer.alloc(32),
  });
  expect(await withoutWords(test.owner)).toEqual([]);
  await test.owner.db.insert(auditEvent).values([told(1, 'Household'), told(2, 'Well')]);
  expect(await withoutWords(test.owner)).toEqual(['Household.depth has no label', 'Well has no title']);
});
