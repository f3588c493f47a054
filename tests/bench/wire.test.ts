import postgres from 'postgres';
import { expect, test } from 'vitest';
import { testApp } from '#tests/setup/app.ts';
import { quantile, slope } from './load/stats.ts';
import { captureStatements } from './servers/capture.ts';
import { scriptOf } from './workloads/pgbench.ts';

const bench = testApp();

test('statements are recorded from the wire with their parameters, also prepared ones', async () => {
  const capture = await captureStatements(bench.url);
  const sql = postgres(capture.url, { max: 1, fetch_types: false });
  try {
    for (const word of ['one', 'two']) {
      capture.take();
      await sql`select ${word}::text as word, ${null}::text as nothing`;
      expect(capture.take()).toEqual([
        { text: 'select $1::text as word, $2::text as nothing', parameters: [word, null] },
      ]);
    }
  } finally {
    await sql.end();
    capture.close();
  }
});

test('a pgbench script has the values of one visit in variables, and no other colon', () => {
  const target = {
    county: '130434',
    village: '130434100200',
    householdId: 'household',
    pairingId: 'pairing',
    cadreId: 'cadre',
    userId: 'user',
    userName: 'name',
  };
  const statements = [
    {
      text: 'insert into visit values ($1, $2, $3)',
      parameters: ['130434', 'visit', '2026-11-10T04:00:00Z'],
    },
    { text: 'insert into log values ($1)', parameters: ['{"id":"visit","seq":7,"who":null}'] },
    { text: 'update "audit_head" set "seq" = $1 where "county_code" = $2', parameters: ['7', '130434'] },
  ];
  expect(scriptOf(statements, target, 'visit', 9).split('\n').slice(2, 5)).toEqual([
    "insert into visit values (:county, :visit_id, E'2026-11-10T04\\x3a00\\x3a00Z');",
    `insert into log values ((E'{"id"\\x3a"' || :visit_id::text || E'","seq"\\x3a' || (:head_seq::bigint + 1)::text || E',"who"\\x3anull}'));`,
    'update "audit_head" set "seq" = (:head_seq::bigint + 1) where "county_code" = :county;',
  ]);
});

test('quantiles lie between neighbours, and the slope of a line is that of its points', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([5], 0.95)).toBe(5);
  expect(
    slope([
      [0, 10],
      [1, 12],
      [2, 14],
    ]),
  ).toBe(2);
  expect(
    slope([
      [0, 10],
      [1, 10],
    ]),
  ).toBe(0);
});
