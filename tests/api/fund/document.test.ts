import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { userGrant } from '#schema/identity/identity.table.ts';
import { makeFund } from '#tests/factories/money/funds.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp();
expectWords(test);
let accountant: Person;
let desk: Person;
let fund: string;
let fundOf2025: string;
let foreignFund: string;

beforeAll(async () => {
  await makeDivisions(test);
  accountant = await signedIn(test, 'FUND_ACCOUNTANT', places.county);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  fund = (await makeFund(test)).globalId;
  fundOf2025 = (await makeFund(test, { fiscalYear: 2025 })).globalId;
  foreignFund = (await makeFund(test, { countyCode: places.otherCounty })).globalId;
});

interface LineShown {
  id: string;
  version: number;
  amount: string;
  isPosted: boolean;
  reissue: string | null;
  reduces: { document: { number: string } } | null;
  reissueOf: { document: { number: string } } | null;
}
interface Shown {
  id: string;
  version: number;
  number: string;
  title: string;
  total: string;
  lines: { nodes: LineShown[] };
}
const line = `id version amount isPosted reissue reduces { document { number } } reissueOf { document { number } }`;
const shown = `fundDocument { id version number title total lines { nodes { ${line} } } }`;
const record = `mutation ($input: RecordFundDocumentInput!) { recordFundDocument(input: $input) { ${shown} } }`;
const change = `mutation ($input: UpdateFundDocumentInput!) { updateFundDocument(input: $input) { ${shown} } }`;
const add = `mutation ($input: AddFundLinesInput!) { addFundLines(input: $input) { ${shown} } }`;
const decide = `mutation ($input: DecideReissueInput!) { decideReissue(input: $input) { fundLine { ${line} } } }`;
const assign = `mutation ($input: AssignReductionInput!) { assignReduction(input: $input) { fundLine { ${line} } } }`;

let made = 0;
const lineOf = (more: object = {}) => ({ fundId: fund, level: 'PROVINCIAL', amount: '1000000.00', ...more });
function paper(more: object = {}) {
  made += 1;
  return {
    ...{ clientMutationId: newId(), countyCode: places.county, number: `冀财农[2026]${made}号` },
    ...{ title: '关于下达资金的通知', issuedOn: '2026-03-04', receivedOn: '2026-03-08', budgetYear: 2026 },
    lines: [lineOf()],
    ...more,
  };
}
const send = <T>(document: string, input: object, who = accountant) =>
  test.send<Record<string, T>>(document, { input }, who.session);

async function recorded(more: object = {}): Promise<Shown> {
  const answer = await send<{ fundDocument: Shown }>(record, paper(more));
  expect(answer.errors).toBeUndefined();
  const document = answer.data?.recordFundDocument?.fundDocument;
  if (!document) throw new Error('nothing recorded');
  return document;
}
const firstOf = ({ lines }: Shown): LineShown => {
  const [first] = lines.nodes;
  if (!first) throw new Error('no line');
  return first;
};

/** What the fund has received and what is allocated to nothing yet. */
async function books() {
  const answer = await test.send<{ fund: { received: string; unallocated: string } }>(
    'query ($id: ID!) { fund(id: $id) { received unallocated } }',
    { id: fund },
    accountant.session,
  );
  return answer.data?.fund;
}

it('records a document with its lines and posts them to the fen', async () => {
  const document = await recorded({
    number: ' 冀财农（2026） 第101号',
    lines: [lineOf({ amount: '123456.78' }), lineOf({ amount: '0.22', level: 'CENTRAL', isDirect: true })],
  });
  expect(document).toMatchObject({ number: '冀财农〔2026〕101号', total: '123457.00' });
  expect(document.lines.nodes.map(({ isPosted }) => isPosted)).toEqual([true, true]);
  expect(await books()).toEqual({ received: '123457.00', unallocated: '123457.00' });
});

it('knows a number whatever brackets it is written with', async () => {
  const again = await send(record, paper({ number: '冀财农【２０２６】101号' }));
  expect(faultsOf(again)).toEqual({ 'input.number': 'ALREADY_EXISTS' });
});

it.each<[string, object, Record<string, string>]>([
  ['no id of the mutation', { clientMutationId: null }, { 'input.clientMutationId': 'REQUIRED_MISSING' }],
  ['received before issued', { receivedOn: '2026-03-03' }, { 'input.receivedOn': 'RECEIVED_BEFORE_ISSUED' }],
  [
    'issued two years before',
    { issuedOn: '2024-12-01', receivedOn: null },
    { 'input.issuedOn': 'OUTSIDE_FISCAL_YEAR' },
  ],
  [
    'of the year before and not early',
    { issuedOn: '2025-12-01', receivedOn: '2025-12-05' },
    { 'input.issuedOn': 'NOT_RELEASED_EARLY' },
  ],
  ['issued tomorrow', { issuedOn: '2026-11-11', receivedOn: null }, { 'input.issuedOn': 'DATE_IN_FUTURE' }],
  ['no line', { lines: [] }, { 'input.lines': 'TOO_FEW' }],
  ['a total in the other unit', { total: '100.00' }, { 'input.total': 'UNIT_DOUBTFUL' }],
  ['a total that is another', { total: '999999.99' }, { 'input.total': 'SUM_MISMATCH' }],
  ['a county elsewhere', { countyCode: places.otherCounty }, { 'input.countyCode': 'NOT_FOUND' }],
])('refuses %s at its field, and writes nothing', async (_what, more, faults) => {
  const before = await books();
  expect(faultsOf(await send(record, paper(more)))).toEqual(faults);
  expect(await books()).toEqual(before);
});

it.each<[string, () => object, Record<string, string>]>([
  ['three decimals', () => ({ amount: '1.234' }), { 'input.lines.0.amount': 'MONEY_INVALID' }],
  ['full-width digits', () => ({ amount: '１２' }), { 'input.lines.0.amount': 'MONEY_INVALID' }],
  ['1e9', () => ({ amount: '1e9' }), { 'input.lines.0.amount': 'MONEY_INVALID' }],
  ['zero', () => ({ amount: '0.00' }), { 'input.lines.0.amount': 'OUT_OF_RANGE' }],
  [
    'a fund of another year',
    () => ({ fundId: fundOf2025 }),
    { 'input.lines.0.fundId': 'FUND_OF_OTHER_YEAR' },
  ],
  ['a fund of another county', () => ({ fundId: foreignFund }), { 'input.lines.0.fundId': 'NOT_FOUND' }],
])('refuses a line with %s at its field', async (_what, more, faults) => {
  expect(faultsOf(await send(record, paper({ lines: [lineOf(more())] })))).toEqual(faults);
});

it('gives the first answer again to the same mutation', async () => {
  const input = paper();
  const first = await send<{ fundDocument: Shown }>(record, input);
  const once = await books();
  const second = await send<{ fundDocument: Shown }>(record, input);
  expect(second.data).toEqual(first.data);
  expect(await books()).toEqual(once);
});

it('asks about money of a document that the remarks name, and leaves it out of the books', async () => {
  const original = await recorded({ lines: [lineOf({ amount: '777777.00', task: '以工代赈任务' })] });
  const before = await books();
  const note = `转发${original.number}`;
  const again = await recorded({
    number: '邯财农〔2026〕10号',
    lines: [lineOf({ amount: '777777.00', task: '以工代赈任务', note })],
  });
  const asked = firstOf(again);
  expect(asked).toMatchObject({
    reissue: 'ASKED',
    isPosted: false,
    reissueOf: { document: { number: original.number } },
  });
  expect(await books()).toEqual(before);
  const input = () => ({
    ...{ clientMutationId: newId(), lineId: asked.id, expectedVersion: asked.version },
    decision: 'OTHER_MONEY',
  });
  // Whoever recorded it may not decide, whatever else they may do.
  await test.owner.db.insert(userGrant).values({
    ...{ id: newId(), userId: accountant.userId, role: 'COUNTY_DESK', divisionCode: places.county },
    ...{ fromOn: '2020-01-01', createdAt: test.clock.now().toISOString() },
  });
  expect(faultsOf(await send(decide, input()))).toEqual({ 'input.decision': 'MAKER_IS_CHECKER' });
  const stale = await send(decide, { ...input(), expectedVersion: 7 }, desk);
  expect(stale.errors?.[0]?.extensions.code).toBe('CONFLICT');
  const decided = await send<{ fundLine: LineShown }>(decide, input(), desk);
  expect(decided.data?.decideReissue?.fundLine).toMatchObject({ reissue: 'OTHER_MONEY', isPosted: true });
  expect((await books())?.received).not.toEqual(before?.received);
  const twice = await send(decide, { ...input(), expectedVersion: asked.version + 1 }, desk);
  expect(faultsOf(twice)).toEqual({ 'input.lineId': 'REISSUE_NOT_ASKED' });
});

it('takes back from the line that the remarks name, never more than is left of it', async () => {
  const original = await recorded({ lines: [lineOf({ amount: '500.00' })] });
  const before = await books();
  const note = `收回${original.number}部分资金`;
  const less = await recorded({ lines: [lineOf({ amount: '-200.00', note })] });
  expect(firstOf(less)).toMatchObject({
    isPosted: true,
    reduces: { document: { number: original.number } },
  });
  const tooMuch = await send(record, paper({ lines: [lineOf({ amount: '-300.01', note })] }));
  expect(faultsOf(tooMuch)).toEqual({ 'input.lines.0.amount': 'FUND_INSUFFICIENT' });
  const after = await books();
  expect(Number(before?.unallocated) - Number(after?.unallocated)).toBeCloseTo(200);
});

it('keeps a reduction of nobody knows what out of the books until somebody says', async () => {
  const original = await recorded({ lines: [lineOf({ amount: '900.00', level: 'CITY' })] });
  const other = await recorded({ lines: [lineOf({ amount: '900.00', level: 'CENTRAL' })] });
  const open = firstOf(await recorded({ lines: [lineOf({ amount: '-900.00', level: 'CITY' })] }));
  expect(open).toMatchObject({ isPosted: false, reduces: null });
  const input = (reducesId: string) => ({
    ...{ clientMutationId: newId(), lineId: open.id, expectedVersion: open.version },
    reducesId,
  });
  expect(faultsOf(await send(assign, input(firstOf(other).id)))).toEqual({
    'input.reducesId': 'REDUCTION_OF_OTHER',
  });
  const assigned = await send<{ fundLine: LineShown }>(assign, input(firstOf(original).id));
  expect(assigned.data?.assignReduction?.fundLine).toMatchObject({
    isPosted: true,
    reduces: { document: { number: original.number } },
  });
});

it('changes title and days of a document, and refuses a stale change and days that cannot be', async () => {
  const { id, version } = await recorded();
  const changed = await send<{ fundDocument: Shown }>(change, {
    id,
    expectedVersion: version,
    title: '新标题',
  });
  expect(changed.data?.updateFundDocument?.fundDocument).toMatchObject({ title: '新标题', version: 2 });
  const stale = await send(change, { id, expectedVersion: version, title: '旧标题' });
  expect(stale.errors?.[0]?.extensions.code).toBe('CONFLICT');
  const early = await send(change, { id, expectedVersion: 2, receivedOn: '2026-03-01' });
  expect(faultsOf(early)).toEqual({ 'input.receivedOn': 'RECEIVED_BEFORE_ISSUED' });
});

it('adds lines to a document, for one of two who add at once', async () => {
  const { id, version } = await recorded();
  const input = { documentId: id, expectedVersion: version, lines: [lineOf({ amount: '5.00' })] };
  const first = await send<{ fundDocument: Shown }>(add, { ...input, clientMutationId: newId() });
  expect(first.data?.addFundLines?.fundDocument).toMatchObject({ total: '1000005.00' });
  const second = await send(add, { ...input, clientMutationId: newId() });
  expect(second.errors?.[0]?.extensions.code).toBe('CONFLICT');
});

it('is not for who may only read, nor for a township', async () => {
  const overseer = await signedIn(test, 'OVERSEER', places.county);
  const reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
  expect((await send(record, paper(), overseer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const list = '{ fundLines { totalCount } }';
  expect((await test.send(list, {}, reviewer.session)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await test.send(list, {}, overseer.session)).errors).toBeUndefined();
});

it('finds lines by level, number, open question and fund', async () => {
  const find = async (filter: object) => {
    const answer = await test.send<{ fundLines: { totalCount: number } }>(
      'query ($filter: FundLineFilter) { fundLines(filter: $filter) { totalCount } }',
      { filter },
      accountant.session,
    );
    expect(answer.errors).toBeUndefined();
    return answer.data?.fundLines.totalCount;
  };
  expect(await find({ search: '冀财农〔2026〕101号' })).toBe(2);
  expect(await find({ search: '冀财农〔2026〕101号', level: ['CENTRAL'] })).toBe(1);
  expect(await find({ isDirect: true })).toBe(1);
  expect(await find({ reissue: ['OTHER_MONEY'] })).toBe(1);
  expect(await find({ needsReduction: true })).toBe(0);
  expect(await find({ budgetYear: 2025 })).toBe(0);
  expect(await find({ fundId: fund, isPosted: false })).toBe(0);
});
