import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gramsOf } from '#platform/read/search.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();

const letters = fc.constantFrom(...'ab zZ09方相奎·Ä.'.split(''));
const texts = fc
  .array(letters, { minLength: 1, maxLength: 14 })
  .chain((all) =>
    fc
      .tuple(fc.nat(all.length - 1), fc.integer({ min: 1, max: 8 }))
      .map(([from, length]) => ({ subject: all.join(''), text: all.slice(from, from + length).join('') })),
  );
const folded = (text: string) => text.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

it('cuts every text into pieces that any text containing it contains too', async () => {
  const pairs = fc.sample(texts, { numRuns: 2_000, seed: 7 });
  const rows = pairs.map(({ subject, text }) => ({ subject, pieces: gramsOf(folded(text)) }));
  expect(rows.filter(({ pieces }) => pieces.length > 1).length).toBeGreaterThan(500);
  const missed = await test.owner.db.execute(sql`
    select * from json_to_recordset(${JSON.stringify(rows)}::text::json) as given (subject text, pieces text[])
    where not (search_grams(subject) collate "C" @> pieces)`);
  expect(missed).toEqual([]);
});

it('would notice a piece that is not there', async () => {
  const [row] = await test.owner.db.execute(
    sql`select search_grams('方相奎 fxk') collate "C" @> array['方奎'] as found`,
  );
  expect(row).toEqual({ found: false });
});
