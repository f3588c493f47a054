import { describe, expect, it } from 'vitest';
import { memberColumns } from '#modules/imports/members/members.columns.ts';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { visitColumns } from '#modules/imports/visits/visits.columns.ts';
import { assignColumns, knownColumns } from '#platform/sheet/header/header-match.ts';
import { headingOf } from '#schema/codes/labels/field-labels.ts';
import type { Lang } from '#schema/codes/lang.ts';

const kinds = [
  ['Household', rosterColumns],
  ['Member', memberColumns],
  ['Visit', visitColumns],
] as const;
const languages: readonly Lang[] = ['zh', 'en'];

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
    const cells = fields.map(({ field }, column) => ({
      column,
      heading: headingOf([type], field, lang),
      group: '',
    }));
    const { assignment } = assignColumns(cells, knownColumns(columns));
    const read = fields.map((_, column) => columns[assignment.get(column) ?? -1]?.key);
    expect(read).toEqual(fields.map(({ key }) => key));
  });
});
