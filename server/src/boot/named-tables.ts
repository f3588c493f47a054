import type { NamedTable } from '#platform/people/fold-former-names.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { household } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { organization } from '#schema/organization/organization.table.ts';

const keyColumnsOf = <Table extends typeof cadre | typeof household | typeof member | typeof organization>(
  table: Table,
) => ({ table, countyCode: table.countyCode, id: table.id, version: table.version });
const byName = ['name', 'pinyin'] as const;

/** Tables whose names are folded on every write. */
export const namedTables: readonly NamedTable[] = [
  {
    ...keyColumnsOf(organization),
    entity: 'Organization',
    name: organization.name,
    pinyin: organization.pinyin,
    fields: byName,
    kind: 'place',
  },
  {
    ...keyColumnsOf(cadre),
    entity: 'Cadre',
    name: cadre.name,
    pinyin: cadre.pinyin,
    fields: byName,
    kind: 'person',
  },
  {
    ...keyColumnsOf(member),
    entity: 'Member',
    name: member.name,
    pinyin: member.pinyin,
    fields: byName,
    kind: 'person',
  },
  {
    ...keyColumnsOf(household),
    entity: 'Household',
    name: household.headName,
    pinyin: household.headPinyin,
    fields: ['headName', 'headPinyin'],
    kind: 'person',
  },
];
