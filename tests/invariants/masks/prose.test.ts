import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { verifyChains } from '#modules/audit/audit.service.ts';
import { numbersMasked } from '#platform/read/numbers-masked.ts';
import { maskNumbers } from '#schema/person/mask.ts';
import { exportSteps } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const exporting = exportSteps(test);
const { act } = registerActs(test, places.county);
const id = residentId('19700101');
const phone = '13900001234';
const inWide = [...id].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
const spaced = `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
const dashed = '139-0000-1234';
const prose = `子女身份证${id}（${inWide}，${spaced}），电话${phone}或${dashed}`;
/** A household number that looks like an identity number and is none. */
const number = '130434197001010000';
const marks = [id, inWide, spaced, phone, dashed];
const found = (text: string) => marks.filter((mark) => text.includes(mark));
let desk: Person;
let township: Person;
let auditor: Person;
let visitId: string;
let householdId: string;

const query = async (person: Person, document: string, variables: object = {}) => {
  const answer = await test.send<Record<string, unknown>>(document, variables, person.session);
  expect(answer.errors).toBeUndefined();
  return answer.data ?? {};
};

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  township = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
  auditor = await signedIn(test, 'SECURITY_AUDITOR', null);
  const household = await makeHousehold(test);
  householdId = household.globalId;
  const cadre = await makeCadre(test);
  await makePairing(test, { household, cadre });
  await act(desk, 'updateHousehold', {
    id: householdId,
    expectedVersion: 1,
    note: prose,
    address: prose,
    number,
  });
  const visit = { householdId, cadreId: cadre.globalId, visitedOn: '2026-11-09', mode: 'IN_PERSON' };
  const problems = [{ kind: 'HOUSING', description: prose }];
  const checklist = [{ item: 'FOOD', answer: 'FAILED', note: prose }];
  await act(desk, 'logVisit', { ...visit, met: prose, findings: prose, request: prose, checklist, problems });
  const [logged] = await test.owner.db.execute<{ id: string }>(sql`select id from visit`);
  visitId = `Visit:${places.county}:${logged?.id}`;
  await act(desk, 'correctVisit', { id: visitId, expectedVersion: 1, findings: `${prose}。`, reason: prose });
});

it('removes personal numbers from free text in the audit trail, and the chain verifies', async () => {
  const rows = await test.owner.db.execute(sql`select action, before, after from audit_event`);
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['updateHousehold', 'logVisit', 'correctVisit']),
  );
  expect(found(JSON.stringify(rows))).toEqual([]);
  const [{ after = '' } = {}] = rows.filter(({ action }) => action === 'updateHousehold');
  expect(JSON.parse(String(after))).toMatchObject({
    note: maskNumbers(prose),
    number,
    id: householdId.split(':').at(-1),
  });
  expect((await verifyChains(test.app.systemContext())).map(({ brokenAt }) => brokenAt)).not.toContain(1);
  expect((await verifyChains(test.app.systemContext())).every(({ brokenAt }) => brokenAt === null)).toBe(
    true,
  );
});

const events = '{ auditEvents(first: 100) { nodes { action before after } } }';

it('hides those that earlier releases wrote into the trail, and the result is still JSON', async () => {
  const former = JSON.stringify({
    note: prose,
    number,
    householdId,
    members: 3,
    ids: [phone],
    'a"b': `"${phone}":${phone}`,
  });
  await test.owner.db.execute(sql`insert into audit_event
    (county_code, seq, division_code, at, actor_name, request_id, action, entity, entity_id, before, after, hash)
    select ${places.county}, max(seq) + 1, ${places.village}, now(), '甲', 'r', 'former', 'Household', 'x',
      ${former}, ${former}, '\\x00'::bytea from audit_event`);
  for (const person of [desk, township, auditor]) {
    const data = await query(person, events);
    expect(found(JSON.stringify(data))).toEqual([]);
    const { nodes } = data.auditEvents as { nodes: { action: string; before: string; after: string }[] };
    const shown = nodes.filter(({ action }) => action === 'former');
    expect(shown).toHaveLength(1);
    for (const { before, after } of shown) {
      expect(after).toBe(before);
      expect(JSON.parse(after)).toEqual({
        note: maskNumbers(prose),
        number,
        householdId,
        members: 3,
        ids: ['****1234'],
        'a"b': '"****1234":****1234',
      });
    }
  }
  await test.owner.db.execute(sql`delete from audit_event where action = 'former'`);
});

it('hides them in former versions of a visit, whose current record shows the text as written', async () => {
  const data = await query(
    desk,
    'query ($id: ID!) { visit(id: $id) { findings versions { content reason } } }',
    {
      id: visitId,
    },
  );
  const { findings, versions } = data.visit as {
    findings: string;
    versions: { content: string; reason: string }[];
  };
  expect(findings).toBe(`${prose}。`);
  expect(versions).toHaveLength(1);
  expect(found(JSON.stringify(versions))).toEqual([]);
  expect(JSON.parse(versions[0]?.content ?? '')).toMatchObject({
    findings: maskNumbers(prose),
    checklist: [{ note: maskNumbers(prose) }],
  });
  expect(versions[0]?.reason).toBe(maskNumbers(prose));
});

it.each(['Household', 'Visit', 'Problem', 'AuditEvent'])('writes none to an export of %s', async (type) => {
  const lines = await exporting.lines(desk, { type });
  expect(lines.length).toBeGreaterThan(0);
  const text = JSON.stringify(lines);
  expect(text).toContain('****1234');
  expect(found(text)).toEqual([]);
  if (type === 'Household') expect(lines[0]).toMatchObject({ number, note: maskNumbers(prose) });
});

it('writes none to an export of related records', async () => {
  const lines = await exporting.lines(desk, { type: 'Visit', fields: ['household.note', 'findings'] });
  expect(lines[0]).toMatchObject({
    household: { note: maskNumbers(prose) },
    findings: `${maskNumbers(prose)}。`,
  });
});

it('finds the same numbers in the database as in the server', async () => {
  const parts = [
    id,
    phone,
    inWide,
    '1',
    '3',
    '9',
    '0',
    ' ',
    '-',
    '.',
    '，',
    'x',
    'X',
    'a',
    'f',
    '-8abc-',
    '\n',
    '"',
    '\\',
    ':',
    '一三零四九九一九七零零一零一零零一一',
    '壹',
    '〇',
  ];
  const texts = fc.sample(fc.array(fc.constantFrom(...parts), { maxLength: 8 }), { numRuns: 3_000, seed: 7 });
  const samples = texts.map((text) => text.join(''));
  const records = samples.map((note) => JSON.stringify({ note }));
  const rows = await test.owner.db.execute<{ shown: string }>(
    sql`select ${numbersMasked(sql`record`)} as shown
      from unnest(${sql.param(records)}::text[]) with ordinality as given (record, at) order by at`,
  );
  const shown = rows.map((row) => (JSON.parse(row.shown) as { note: string }).note);
  expect(shown).toEqual(samples.map(maskNumbers));
  expect(shown.filter((text) => text.includes('****')).length).toBeGreaterThan(500);
});
