import { type SQL, sql } from 'drizzle-orm';
import { ID, Int } from 'type-graphql';
import { whoDid } from '#modules/identity/user/who.entity.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { codeFilters } from '#platform/read/code-filters.ts';
import { by, type Columns, defineEntity, type EntityOf, extend, list, one } from '#platform/read/entity.ts';
import { byWholeCounty, inDivision } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { fundDocument, fundLine } from '#schema/fund/document.table.ts';
import { FundDocument } from '#schema/fund/document.type.ts';
import { Money } from '#schema/scalars.ts';
import { fundEntity } from '../fund/fund.entity.ts';
import { accountEntity } from '../ledger/ledger.entity.ts';
import { fundLineEntity } from './line.entity.ts';

/** Nested, so that the columns of the outer row keep the name of their table. */
const overLines = (what: SQL, t: Columns, county: unknown, where = sql``): SQL =>
  sql`(${sql`select ${what} from ${fundLine} as own
    where own.county_code = ${county} and own.document_id = ${t.id} ${where}`})`;

export const fundDocumentEntity: EntityOf<typeof fundDocument> = defineEntity({
  type: FundDocument,
  table: fundDocument,
  feed: {},
  plural: 'fund documents',
  right: 'fund.read',
  scope: byWholeCounty(),
  query: { one: 'fundDocument', list: 'fundDocuments' },
  defaultSort: [{ field: 'ISSUED_ON', direction: 'DESC' }],
  sorts: {
    ISSUED_ON: { description: 'By the day of issue.', sql: by('issuedOn') },
    RECEIVED_ON: { description: 'By the day of receipt.', sql: by('receivedOn') },
    NUMBER: { description: 'By number.', sql: by('number') },
    BUDGET_YEAR: { description: 'By budget year.', sql: by('budgetYear') },
  },
  filters: {
    ...codeFilters(fundDocument),
    divisionCode: {
      type: () => String,
      description: 'Of counties in this division.',
      sql: inDivision('countyCode'),
    },
    budgetYear: {
      type: () => Int,
      description: 'Of this budget year.',
      sql: (t, year: number) => sql`${t.budgetYear} = ${year}`,
    },
    isEarly: {
      type: () => Boolean,
      description: 'Whether it was released before its year.',
      sql: (t, wanted: boolean) => sql`${t.isEarly} = ${wanted}`,
    },
    search: {
      type: () => String,
      description: 'Part of the number or the title.',
      sql: searching('number', 'title'),
    },
  },
  computed: {
    lineCount: {
      type: () => Int,
      description: 'How many lines it has.',
      sql: (t, county) => overLines(sql`count(*)::int`, t, county),
    },
    total: {
      type: () => Money,
      description: 'The sum of its lines, in the books or not.',
      sql: (t, county) => overLines(sql`coalesce(sum(own.amount), 0)::bigint`, t, county),
    },
    recordedBy: whoDid('recordedBy', 'Who recorded it, by name.'),
    openReissues: {
      type: () => Int,
      description: 'How many of its lines may be money of another document, with nothing decided yet.',
      sql: (t, county) => overLines(sql`count(*)::int`, t, county, sql`and own.reissue = 'ASKED'`),
    },
  },
  relations: {
    lines: list(() => fundLineEntity, { countyCode: 'countyCode', id: 'documentId' }, 'Its lines.'),
  },
});

/** Fields and relations of lines that lead to their document, and of funds and accounts that lead to lines. */
export const documentExtensions = [
  extend(fundLineEntity, {
    relations: {
      document: one(
        () => fundDocumentEntity,
        { countyCode: 'countyCode', documentId: 'id' },
        'The document that it stands in.',
        { nullable: false },
      ),
    },
    filters: {
      documentId: {
        type: () => ID,
        description: 'Of this document.',
        sql: byGlobalId(() => fundDocumentEntity, 'documentId'),
      },
    },
  }),
  extend(fundEntity, {
    relations: {
      lines: list(
        () => fundLineEntity,
        { countyCode: 'countyCode', id: 'fundId' },
        'The lines of documents that bring money into it.',
      ),
    },
  }),
  extend(accountEntity, {
    relations: {
      line: one(
        () => fundLineEntity,
        { countyCode: 'countyCode', lineId: 'id' },
        'The line that brought its money, of accounts SOURCE and LINE.',
      ),
    },
  }),
];
