import { eq, getTableColumns } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { newId } from '#platform/core/ids.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { claim, claimStep } from '#schema/claim/claim.table.ts';
import { claimExpense, claimLayer } from '#schema/claim/claim-costs.table.ts';
import { exportJob } from '#schema/exports/exports.table.ts';
import { householdIncome, householdRisk } from '#schema/household/household.table.ts';
import { apiToken } from '#schema/identity/identity.table.ts';
import { tokenUsage } from '#schema/identity/rate-limit.table.ts';
import { importBatch, importRow } from '#schema/imports/imports.table.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { project } from '#schema/project/project.table.ts';
import {
  dutyExcuse,
  problem,
  problemStep,
  visit,
  visitCheck,
  visitVersion,
} from '#schema/visit/visit.table.ts';
import { webhook, webhookDelivery } from '#schema/webhook/webhook.table.ts';
import { catalog } from '#server/modules.ts';
import { makeSpendingRecords } from '#tests/factories/money/allocated.ts';
import { makeFund, makeFundLine } from '#tests/factories/money/funds.ts';
import { makeDraft, makePayment } from '#tests/factories/money/payment-records.ts';
import { makePolicy } from '#tests/factories/money/policies.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import type { TestApp } from '#tests/setup/app.ts';
import { isOfHousehold, plainRow } from './plain-row.ts';

type ClaimRow = typeof claim.$inferInsert;

/** The three places of the matrix: the viewer's own village, another township of the county, another county. */
export const worldVillages = [places.village, places.otherVillage, places.foreignVillage] as const;

/** One record of each type in each place; the matrix says who may see it. */
export async function makeWorld(test: TestApp): Promise<void> {
  await makeDivisions(test);
  for (const villageCode of worldVillages) await fill(test, villageCode);
}

async function fill(test: TestApp, villageCode: string): Promise<void> {
  const countyCode = villageCode.slice(0, 6);
  const { db } = test.owner;
  const at = test.clock.now().toISOString();
  const account = await signedIn(test, 'HELPER', countyCode);
  const home = await makeHousehold(test, { villageCode });
  const helper = await makeCadre(test, { countyCode, userId: account.userId });
  const ofHome = { countyCode, householdId: home.id, villageCode };
  const visitId = newId();
  const pairingId = newId();
  const problemId = newId();
  const insurerId = newId();
  const claimId = newId();
  await db.insert(organization).values({
    countyCode,
    id: insurerId,
    name: `单位${villageCode}`,
    pinyin: '',
    level: 'COUNTY',
    createdAt: at,
  });
  await db
    .insert(householdRisk)
    .values({ ...ofHome, id: newId(), kind: 'ILLNESS', identifiedOn: '2026-01-01' });
  await db
    .insert(householdIncome)
    .values({ ...ofHome, id: newId(), year: 2025, item: 'A1', amount: 1_234_500n });
  await db
    .insert(pairing)
    .values({ ...ofHome, id: pairingId, cadreId: helper.id, startedOn: '2025-01-01', createdAt: at });
  await db.insert(visit).values({
    ...ofHome,
    id: visitId,
    pairingId,
    cadreId: helper.id,
    visitedOn: '2026-10-08',
    mode: 'IN_PERSON',
    source: 'API',
    recordedOn: '2026-10-08',
    recordedAt: at,
    // The first version is stored below.
    version: 2,
  });
  await db.insert(visitCheck).values({ countyCode, visitId, item: 'HOUSING', answer: 'OK' });
  await db
    .insert(visitVersion)
    .values({ countyCode, id: newId(), visitId, version: 1, content: '{}', replacedAt: at });
  await db.insert(problem).values({
    ...ofHome,
    id: problemId,
    visitId,
    kind: 'HOUSING',
    description: '漏雨',
    raisedOn: '2026-10-08',
  });
  await db.insert(problemStep).values({
    countyCode,
    id: newId(),
    problemId,
    toStatus: 'OPEN',
    happenedOn: '2026-10-08',
    recordedAt: at,
  });
  await db.insert(claim).values({
    ...(plainRow(claim, { ...ofHome, memberId: home.headId, eventOn: '2026-10-01', year: 2026 }) as ClaimRow),
    id: claimId,
    status: 'WITH_INSURER',
    insurerId,
    sentOn: '2026-10-08',
  });
  await db
    .insert(claimStep)
    .values(plainRow(claimStep, { countyCode, claimId }) as typeof claimStep.$inferInsert);
  await db
    .insert(claimExpense)
    .values(plainRow(claimExpense, { countyCode, claimId }) as typeof claimExpense.$inferInsert);
  await db.insert(claimLayer).values({ countyCode, claimId, layer: 'OWN', amount: 1n });
  await db
    .insert(dutyExcuse)
    .values({ ...ofHome, id: newId(), period: '2026-Q1', reason: 'LEAVE', excusedAt: at });
  await db.insert(project).values({
    countyCode,
    id: newId(),
    name: `项目${villageCode}`,
    pinyin: '',
    kind: 'INDUSTRY',
    year: 2026,
    divisionCode: villageCode,
    createdAt: at,
  });
  const file = {
    fileName: '照片.jpg',
    mediaType: 'image/jpeg',
    byteSize: 3,
    sha256: 'x',
    uploadedAt: at,
    uploadedBy: account.userId,
  };
  await db
    .insert(attachment)
    .values({ countyCode, id: newId(), visitId, storageKey: `photo/${newId()}`, ...file });
  const batchId = newId();
  await db.insert(importBatch).values({
    countyCode,
    id: batchId,
    divisionCode: villageCode,
    kind: 'ROSTER',
    fileName: '花名册.xlsx',
    fileHash: 'x',
    storageKey: `sheet/${newId()}`,
    status: 'DONE',
    columns: '{"sheetName":"1","header":{"headerRow":1,"recognised":[],"ignored":[]}}',
    total: 1,
    createdAt: at,
  });
  await db.insert(importRow).values({ countyCode, batchId, rowNumber: 5, result: 'CREATED' });
  await db.insert(exportJob).values({
    id: newId(),
    divisionCode: villageCode,
    type: 'Household',
    format: 'JSONL',
    lang: 'zh',
    purpose: '测试导出',
    startedBy: account.userId,
    createdAt: at,
  });
  const draftId = await makeDraft(test, { divisionCode: villageCode, userId: account.userId });
  await makePayment(test, { ...ofHome, memberId: home.headId }, draftId);
  const tokenId = newId();
  await db.insert(apiToken).values({
    id: tokenId,
    name: '令牌',
    tokenHash: Buffer.from(newId()),
    hint: 'bf_',
    ownerId: account.userId,
    divisionCode: countyCode,
    rights: [],
    expiresAt: '2030-01-01T00:00:00Z',
    createdAt: at,
  });
  await db.insert(tokenUsage).values({ tokenId, day: '2026-11-09', operations: 3, points: 40, refusals: 1 });
  const webhookId = newId();
  await db.insert(webhook).values({
    id: webhookId,
    name: '推送',
    url: 'https://1.1.1.1/changes',
    divisionCode: villageCode,
    ownerId: account.userId,
    secretCipher: Buffer.alloc(60),
    position: '',
    createdAt: at,
  });
  await db
    .insert(webhookDelivery)
    .values({ id: newId(), webhookId, kind: 'TEST', body: '{}', createdAt: at });
  await db.insert(auditEvent).values({
    countyCode,
    seq: Number(villageCode.slice(-6)),
    divisionCode: villageCode,
    at,
    actorName: '某人',
    requestId: newId(),
    action: 'test',
    entity: 'Household',
    entityId: home.id,
    hash: Buffer.alloc(32),
  });
  await makePolicy(test, { countyCode });
  const funded = await makeFund(test, { countyCode });
  const { lineId } = await makeFundLine(test, funded, 100n);
  await makeSpendingRecords(test, { countyCode, fundId: funded.id, lineId });
  await fillRest(test, ofHome);
}

/** Tables of a household's records that have none yet get a plain one. */
async function fillRest(test: TestApp, ofHome: { readonly villageCode: string }): Promise<void> {
  const { db } = test.owner;
  for (const { table, source } of entitiesIn(catalog)) {
    if (source || !isOfHousehold(table)) continue;
    const { villageCode } = getTableColumns(table) as Record<string, PgColumn>;
    if (villageCode && (await db.$count(table, eq(villageCode, ofHome.villageCode))) > 0) continue;
    await db.insert(table).values(plainRow(table, ofHome));
  }
}
