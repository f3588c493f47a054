import { sql } from 'drizzle-orm';
import { by, defineEntity, extend, list } from '#platform/read/entity.ts';
import { byWholeCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { BookEventKind } from '#schema/codes/money/fund.codes.ts';
import { fundBook, fundBookEvent } from '#schema/fund/book.table.ts';
import { FundBook, FundBookEvent } from '#schema/fund/book.type.ts';

const divisionCode = {
  type: () => String,
  description: 'Of counties in this division.',
  sql: inDivision('countyCode'),
};

export const bookEntity = defineEntity({
  type: FundBook,
  table: fundBook,
  key: ['countyCode'],
  plural: 'books of counties',
  right: 'fund.read',
  scope: byWholeCounty(),
  query: { list: 'fundBooks' },
  defaultSort: [{ field: 'COUNTY', direction: 'ASC' }],
  sorts: { COUNTY: { description: 'By code of the county.', sql: by('countyCode') } },
  filters: { divisionCode },
});

export const bookEventEntity = defineEntity({
  type: FundBookEvent,
  table: fundBookEvent,
  plural: 'closings of the books',
  right: 'fund.read',
  scope: byWholeCounty(),
  query: { list: 'fundBookEvents' },
  defaultSort: [{ field: 'RECORDED_AT', direction: 'DESC' }],
  sorts: { RECORDED_AT: { description: 'By when it was done.', sql: by('recordedAt') } },
  filters: {
    divisionCode,
    kind: { type: () => [BookEventKind.enum], description: 'Any of these.', sql: oneOf('kind') },
  },
  computed: {
    isAnswered: {
      type: () => Boolean,
      description: 'Of a request: whether it was answered.',
      sql: (t, county) =>
        sql`exists (select from ${fundBookEvent} as answer where answer.county_code = ${county} and answer.request_id = ${t.id})`,
    },
  },
});

export const bookExtensions = [
  extend(bookEntity, {
    relations: {
      events: list(() => bookEventEntity, { countyCode: 'countyCode' }, 'What was done to them.'),
    },
  }),
];
