import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memberColumns } from '#modules/imports/members/members.columns.ts';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { visitColumns } from '#modules/imports/visits/visits.columns.ts';
import { assignColumns, knownColumns } from '#platform/sheet/header/header-match.ts';
import { allCodes } from '#schema/codes/all-codes.ts';
import { headingOf } from '#schema/codes/labels/field-labels.ts';
import type { Lang } from '#schema/codes/lang.ts';

const kinds = [
  ['Household', rosterColumns],
  ['Member', memberColumns],
  ['Visit', visitColumns],
] as const;
const languages: readonly Lang[] = ['zh', 'en'];

type Spellings = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** What the release before 2026-11-29 wrote into exports, by type: headings by column, and codes by list. */
const former: Readonly<
  Record<string, { readonly headings: Spellings; readonly codes: Readonly<Record<string, Spellings>> }>
> = JSON.parse(
  readFileSync(new URL('../../../../../tests/fixtures/imports/former-labels.json', import.meta.url), 'utf8'),
);

/** The columns that headings in a row are read as. */
function readAs(columns: (typeof kinds)[number][1], headings: readonly string[]) {
  const cells = headings.map((heading, column) => ({ column, heading, group: '' }));
  const { assignment } = assignColumns(cells, knownColumns(columns));
  return headings.map((_, column) => columns[assignment.get(column) ?? -1]?.key);
}

/** The fields of the columns, as an export writes them. */
const exported = (type: string, columns: (typeof kinds)[number][1]) =>
  columns.flatMap(({ key, field = key }) => {
    const isField = languages.every((lang) => headingOf([type], field, lang) !== field);
    return isField ? [{ key, field }] : [];
  });

describe.each(kinds)('an exported sheet of the type %s', (type, columns) => {
  it.each(languages)('is read again with its headings in %s', (lang) => {
    const fields = exported(type, columns);
    expect(fields.length).toBeGreaterThanOrEqual(8);
    expect(
      readAs(
        columns,
        fields.map(({ field }) => headingOf([type], field, lang)),
      ),
    ).toEqual(fields.map(({ key }) => key));
  });

  it.each(languages)('is read with the headings of the former release in %s', (lang) => {
    const headings = Object.entries(former[type]?.headings ?? {});
    expect(headings.length).toBeGreaterThanOrEqual(8);
    const texts = headings.map(([, spellings]) => spellings[languages.indexOf(lang)] ?? '');
    const keys = headings.map(([key]) => key);
    expect(readAs(columns, texts)).toEqual(keys);
    // Whatever the order of the columns.
    expect(readAs(columns, texts.toReversed())).toEqual(keys.toReversed());
  });

  it('is read with the codes of the former release', () => {
    const lists = Object.entries(former[type]?.codes ?? {});
    expect(lists.length).toBeGreaterThanOrEqual(1);
    for (const [name, spellings] of lists) {
      const list = allCodes.find((one) => one.name === name);
      for (const [key, texts] of Object.entries(spellings))
        for (const text of texts) expect(list?.parse(text), `${name}: ${text}`).toBe(key);
    }
  });
});
