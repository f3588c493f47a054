import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workbookChunks } from '#platform/sheet/writer/write-workbook.ts';
import { amountText } from '../layout/bank-file.rules.ts';
import { resultLines } from '../layout/bank-file.ts';
import { encodeGbk } from '../layout/gbk.ts';
import { type Layout, signOf } from '../layout/layout.ts';
import { readResults, type Said } from '../layout/result-file.rules.ts';
import { sampleLayouts } from '../layout/sample-layouts.ts';
import { matchResults, type Planned } from './match.rules.ts';

const batchNumber = '202611100001';
const words: Record<Said, string> = { PAID: '成功', FAILED: '失败', RETURNED: '退汇' };

/** A payment with what truly becomes of it: the bank says so in one file, or in two. */
interface Truth extends Planned {
  readonly says: readonly Said[];
}

interface Cells {
  readonly batch: string;
  readonly serial: string;
  readonly name: string;
  readonly account: string;
  readonly amount: bigint;
  readonly word: string;
}

/** The bytes of a file as a bank writes it, with a trailer that fits. */
async function fileOf(layout: Layout, rows: readonly Cells[], seams: { end: string; isOpen: boolean }) {
  const cellsOf = (row: Cells) =>
    layout.resultColumns.map((column) => {
      const cells: Record<string, string> = {
        BATCH_NUMBER: row.batch,
        SERIAL: row.serial,
        PAYEE_NAME: row.name,
        ACCOUNT: row.account,
        AMOUNT: amountText(layout, row.amount),
        RESULT: row.word,
      };
      return cells[column] ?? '';
    });
  const sum = (some: readonly Cells[]) =>
    amountText(
      layout,
      some.reduce((all, { amount }) => all + amount, 0n),
    );
  const paid = rows.filter(({ word }) => word === words.PAID);
  const failed = rows.filter(({ word }) => word !== words.PAID);
  const totals: Record<string, string> = {
    MARK: '合计',
    COUNT: String(rows.length),
    SUM: sum(rows),
    SUCCESS_COUNT: String(paid.length),
    SUCCESS_SUM: sum(paid),
    FAILURE_COUNT: String(failed.length),
    FAILURE_SUM: sum(failed),
  };
  const trailer = layout.resultTrailer.map((field) => totals[field] ?? '');
  const lines = [
    ...(layout.resultHeader ? [layout.resultColumns.map((column) => `列${column}`)] : []),
    ...rows.map(cellsOf),
    ...(trailer.length > 0 ? [trailer] : []),
  ];
  if (layout.fileKind === 'XLSX') {
    const [head = [], ...body] = lines;
    return buffer(
      workbookChunks([{ name: '结果', columns: head.map((heading) => ({ heading })), rows: body }]),
    );
  }
  const sign = signOf[layout.delimiter] ?? '';
  return encodeGbk(lines.map((cells) => cells.join(sign) + (seams.isOpen ? sign : '')).join(seams.end));
}

const names = ['㛃测试', '甲测试', '艾合买提·吐尔逊', '乙测试'];
const truths = fc.array(
  fc.record({
    // Few accounts and amounts, so that twins are common.
    account: fc.constantFrom('0012345678', '6228480402564890018', '87654321', '0099887766'),
    amount: fc.constantFrom(1n, 500_00n, 500_01n, 12_345_67n),
    payeeName: fc.constantFrom(...names),
    says: fc.constantFrom<readonly Said[]>(['PAID'], ['FAILED'], ['PAID', 'RETURNED'], []),
  }),
  { minLength: 1, maxLength: 25 },
);
const traps = fc.record({
  order: fc.array(fc.nat(1_000), { minLength: 25, maxLength: 25 }),
  seams: fc.record({ end: fc.constantFrom('\r\n', '\n'), isOpen: fc.boolean() }),
  spaced: fc.boolean(),
  lostZeros: fc.boolean(),
  cutNames: fc.boolean(),
  withSerial: fc.boolean(),
  foreign: fc.boolean(),
  smaller: fc.boolean(),
  twice: fc.boolean(),
});

type Traps = typeof traps extends fc.Arbitrary<infer T> ? T : never;

function rowsFor(said: readonly (readonly [Truth, Said])[], trap: Traps, layout: Layout): Cells[] {
  const hasSerial = trap.withSerial && layout.resultColumns.includes('SERIAL');
  const rows = said.map(([truth, word]): Cells => {
    const short = trap.lostZeros ? truth.account.replace(/^0+/, '') : truth.account;
    const account = trap.spaced ? short.replaceAll(/(\d{4})/g, '$1 ') : short;
    const name = trap.cutNames ? truth.payeeName.slice(0, 4).replace('·', '•') : truth.payeeName;
    const serial = hasSerial ? String(truth.serial) : '';
    return { batch: batchNumber, serial, name, account, amount: truth.amount, word: words[word] };
  });
  rows.sort(
    (one, other) => (trap.order[rows.indexOf(one) % 25] ?? 0) - (trap.order[rows.indexOf(other) % 25] ?? 0),
  );
  const [first] = rows;
  if (first && trap.foreign && layout.resultColumns.includes('BATCH_NUMBER'))
    rows.push({ ...first, batch: '202601010009', serial: '' });
  if (first && trap.smaller) rows.push({ ...first, amount: 3n, serial: '' });
  if (first && trap.twice) rows.push({ ...first });
  return rows;
}

/** Takes a file in; what is left to a person is chosen by the truth. */
async function takeIn(
  state: Map<string, string>,
  all: readonly Truth[],
  layout: Layout,
  bytes: Buffer,
  day: number,
) {
  const fileName = layout.fileKind === 'XLSX' ? 'x.xlsx' : 'x.txt';
  const rows = readResults(layout, await resultLines(layout, bytes, fileName));
  const now = all.map((truth) => ({ ...truth, status: state.get(truth.id) ?? 'SENT' }));
  const matched = matchResults(batchNumber, now, rows);
  const taken = new Set<string>();
  for (const one of matched)
    if (one.outcome === 'APPLIED') {
      state.set(one.paymentId, one.to);
      taken.add(one.paymentId);
    }
  // A person chooses afterwards, no payment twice in a file, beginning with the rows that may mean the fewest: a name with a
  // character that the bank lost may mean more than the payment that only it can mean.
  const open = matched.flatMap((one, at) => {
    const said = rows[at]?.said;
    return one.outcome === 'UNDECIDED' && said ? [{ ...one, said }] : [];
  });
  for (const { said, ...one } of open.sort((a, b) => a.candidateIds.length - b.candidateIds.length)) {
    const meant = all.find(
      ({ id, says }) => one.candidateIds.includes(id) && !taken.has(id) && says[day] === said,
    );
    if (!meant) continue;
    state.set(meant.id, said);
    taken.add(meant.id);
  }
  return matched;
}

const sumOf = (all: readonly Truth[]) => all.reduce((sum, { amount }) => sum + amount, 0n);

test.each(sampleLayouts.map((layout) => [layout.name, layout] as const))(
  'each yuan ends in one state, whatever a file holds: %s',
  async (_name, layout) => {
    await fc.assert(
      fc.asyncProperty(truths, traps, async (made, trap) => {
        const all = made.map(
          (truth, at): Truth => ({ ...truth, id: `p${at}`, serial: at + 1, status: 'SENT' }),
        );
        const state = new Map(all.map(({ id, status }) => [id, status as string]));
        const day1 = all.flatMap((truth) => (truth.says[0] ? [[truth, truth.says[0]] as const] : []));
        const day3 = all.flatMap((truth) => (truth.says[1] ? [[truth, truth.says[1]] as const] : []));
        const first = await fileOf(layout, rowsFor(day1, trap, layout), trap.seams);
        if (day1.length > 0) await takeIn(state, all, layout, first, 0);
        const known = new Map(state);
        // The same once more: nothing changes, but for twins that a person was asked about.
        if (day1.length > 0) {
          const matched = await takeIn(new Map(state), all, layout, first, 0);
          expect(matched.filter(({ outcome }) => outcome === 'APPLIED')).toEqual([]);
        }
        if (day3.length > 0)
          await takeIn(
            state,
            all,
            layout,
            await fileOf(layout, rowsFor(day3, { ...trap, smaller: false }, layout), trap.seams),
            1,
          );
        for (const { id, says } of all) {
          expect(known.get(id)).toBe(says[0] ?? 'SENT');
          expect(state.get(id)).toBe(says.at(-1) ?? 'SENT');
        }
        const bySum = [...new Set(state.values())].map((status) =>
          sumOf(all.filter(({ id }) => state.get(id) === status)),
        );
        expect(bySum.reduce((sum, part) => sum + part, 0n)).toBe(sumOf(all));
      }),
      { numRuns: layout.fileKind === 'XLSX' ? 60 : 300, seed: Number(process.env.FUZZ_SEED ?? 20261129) },
    );
  },
  60_000,
);
