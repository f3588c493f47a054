import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { encodeGbk } from '#modules/payment/layout/gbk.ts';
import { run } from '#server/cli/commands/import.ts';
import { type Batch, batchSteps, heading, resultLine } from '#tests/factories/money/batch-steps.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { sent, rowsFor } = batchSteps(test);
const folder = mkdtempSync(join(tmpdir(), 'bangfu-results-'));
const file = join(folder, '回盘.txt');

afterAll(() => rmSync(folder, { recursive: true }));

async function importing(...args: string[]) {
  const printed: string[] = [];
  const io = { print: (line: string) => void printed.push(line), say: () => undefined, progress: () => {} };
  const config = { port: 0, host: '127.0.0.1', dataDir: '' };
  const ctx = test.app.systemContext();
  const call = ['payment-result', file, '--county', places.county, '--json', ...args];
  await run(call, io, (act) => act({ config, masterKey, databaseUrl: test.url, ctx }));
  return JSON.parse(printed[0] ?? '');
}

const write = (batch: Batch, end = '\r\n') =>
  writeFileSync(
    file,
    encodeGbk(
      [
        heading,
        resultLine(batch, 0, '100.00', '成功'),
        resultLine(batch, 1, '200.00', '失败', '睡眠户'),
        resultLine(batch, 2, '1.00', '成功'),
        '合计|3|301.00|2|101.00|1|200.00',
      ].join(end),
    ),
  );

it('takes in the file of the batch that it names, once, and tells what each state sums to', async () => {
  const { batch } = await sent(rowsFor('100.00', '200.00', '300.00'));
  write(batch);
  const after = { batch: batch.number, total: 3, rejected: 1, undecided: 0, planned: '600.00' };
  const states = { PLANNED: '0.00', SENT: '300.00', PAID: '100.00', FAILED: '200.00', RETURNED: '0.00' };
  const errors = [{ row: 4, column: 'AMOUNT', code: 'AMOUNT_DIFFERS', message: expect.any(String) }];
  expect(await importing('--dry-run')).toMatchObject({
    ...after,
    applied: 2,
    states,
    errors,
    repeated: false,
  });
  expect(await importing()).toMatchObject({
    ...after,
    applied: 2,
    unchanged: 0,
    states,
    errors,
    repeated: false,
  });
  expect(await importing()).toMatchObject({ ...after, applied: 0, unchanged: 2, states, repeated: true });
  // Saved anew: other bytes, the same rows.
  write(batch, '\n');
  expect(await importing('--batch', batch.number)).toMatchObject({ applied: 0, unchanged: 2, states });
});

it('refuses a batch that is not there', async () => {
  await expect(importing('--batch', '202601010001')).rejects.toMatchObject({
    fields: { batch: 'BATCH_UNKNOWN' },
  });
  await expect(importing('--layout', '没有')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
