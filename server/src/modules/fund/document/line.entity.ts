import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { ID, Int } from 'type-graphql';
import { whoDid } from '#modules/identity/user/who.entity.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { codeFilters } from '#platform/read/code-filters.ts';
import { by, type Columns, defineEntity, type Entity, type EntityOf, one } from '#platform/read/entity.ts';
import { byWholeCounty, inDivision } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { fundDocument, fundLine } from '#schema/fund/document.table.ts';
import { FundLine } from '#schema/fund/document.type.ts';
import { fundEntity } from '../fund/fund.entity.ts';
import { transferEntity } from '../ledger/ledger.entity.ts';

const paper = alias(fundDocument, 'paper');

/** Lines of the documents for which a condition holds. */
const ofDocuments = (t: Columns, condition: SQL): SQL =>
  sql`exists (select from ${fundDocument} as paper where paper.county_code = ${t.countyCode}
    and paper.id = ${t.documentId} and ${condition})`;

export const fundLineEntity: EntityOf<typeof fundLine> = defineEntity({
  type: FundLine,
  table: fundLine,
  feed: {},
  plural: 'lines of fund documents',
  right: 'fund.read',
  scope: byWholeCounty(),
  query: { one: 'fundLine', list: 'fundLines' },
  defaultSort: [{ field: 'AMOUNT', direction: 'DESC' }],
  sorts: {
    AMOUNT: { description: 'By amount.', sql: by('amount') },
    LEVEL: { description: 'By level.', sql: by('level') },
    RECORDED_AT: { description: 'By the time of recording.', sql: by('recordedAt') },
  },
  filters: {
    ...codeFilters(fundLine),
    divisionCode: {
      type: () => String,
      description: 'Of counties in this division.',
      sql: inDivision('countyCode'),
    },
    fundId: {
      type: () => ID,
      description: 'Of this fund.',
      sql: byGlobalId(() => fundEntity, 'fundId'),
    },
    budgetYear: {
      type: () => Int,
      description: 'Of documents of this budget year.',
      sql: (t, year: number) => ofDocuments(t, sql`${paper.budgetYear} = ${year}`),
    },
    isDirect: {
      type: () => Boolean,
      description: 'Whether it is direct money.',
      sql: (t, wanted: boolean) => sql`${t.isDirect} = ${wanted}`,
    },
    isPosted: {
      type: () => Boolean,
      description: 'Whether it is in the books.',
      sql: (t, wanted: boolean) => sql`(${t.transferId} is not null) = ${wanted}`,
    },
    needsReduction: {
      type: () => Boolean,
      description: 'True: amounts below zero of which nobody has said yet what they take back from.',
      sql: (t, wanted: boolean) => sql`(${t.amount} < 0 and ${t.reducesId} is null) = ${wanted}`,
    },
    search: {
      type: () => String,
      description: 'Part of the number or the title of its document.',
      sql: (t, text: string) => ofDocuments(t, searching('number', 'title')(getTableColumns(paper), text)),
    },
  },
  computed: {
    isPosted: {
      type: () => Boolean,
      description: 'Whether it is in the books.',
      comparable: true,
      sql: (t) => sql`(${t.transferId} is not null)`,
    },
    recordedBy: whoDid('recordedBy', 'Who recorded it, by name.'),
    reissueDecidedBy: whoDid('reissueDecidedBy', 'Who decided whether it is re-issued, by name.'),
  },
  relations: {
    fund: one(() => fundEntity, { countyCode: 'countyCode', fundId: 'id' }, 'The fund it goes into.', {
      nullable: false,
    }),
    reissueOf: one(
      (): Entity => fundLineEntity,
      { countyCode: 'countyCode', reissueOfId: 'id' },
      'The line whose money it may be once more.',
    ),
    reduces: one(
      (): Entity => fundLineEntity,
      { countyCode: 'countyCode', reducesId: 'id' },
      'Of an amount below zero: the line that it takes back from.',
    ),
    transfer: one(
      () => transferEntity,
      { countyCode: 'countyCode', transferId: 'id' },
      'The transfer by which it is in the books.',
    ),
  },
});
