import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Codes that a pattern finds in the server, without its tests and the rows of imports. */
function codes(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([found]) => found.match(/'[A-Z]+(_[A-Z]+)*'/g) ?? []);
}

it('uses each code in one way: as the refusal of a whole request, or as the fault of a field', () => {
  const paths = readdirSync('server/src', { recursive: true, encoding: 'utf8' });
  const sources = paths.filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.includes('modules/imports/'));
  const texts = sources.map((path) => readFileSync(`server/src/${path}`, 'utf8'));
  const whole = new Set(
    texts.flatMap((text) =>
      codes(text, /(refuse|AppError)\(\s*'[A-Z_]+'|constraintMeans\(\s*'\w+',\s*'[A-Z_]+'/g),
    ),
  );
  const fields = new Set(texts.flatMap((text) => codes(text, /invalid\(\s*\{.*?\}\s*\)/gs)));
  expect(whole.size + fields.size).toBeGreaterThan(60);
  // The depth of a document and of a value; a column that is gone when an export runs.
  expect([...whole].filter((code) => fields.has(code)).sort()).toEqual(["'FIELD_UNKNOWN'", "'TOO_DEEP'"]);
});
