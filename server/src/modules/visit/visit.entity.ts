import { desc, gte, lte, sql } from 'drizzle-orm';
import { ID } from 'type-graphql';
import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { ofHouseholdFilters } from '#modules/household/of-household.entity.ts';
import { whichToken, whoDid } from '#modules/identity/user/who.entity.ts';
import { pairingEntity } from '#modules/pairing/pairing.entity.ts';
import { periodOf } from '#platform/core/period.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { by, defineEntity, extend, list, many, one } from '#platform/read/entity.ts';
import { numbersMasked } from '#platform/read/numbers-masked.ts';
import { oneOf } from '#platform/read/scope.ts';
import { VisitMode, VisitStatus } from '#schema/codes/help/visit.codes.ts';
import { Day, Period } from '#schema/scalars.ts';
import { visit, visitCheck, visitVersion } from '#schema/visit/visit.table.ts';
import { Visit, VisitCheck, VisitVersion } from '#schema/visit/visit.type.ts';
import { ofVisitScope, visitScope } from './visit.policy.ts';

export const visitCheckEntity = defineEntity({
  type: VisitCheck,
  table: visitCheck,
  removable: true,
  key: ['countyCode', 'visitId', 'item'],
  plural: 'lines of checklists',
  right: 'visit.read',
  scope: ofVisitScope,
});

export const visitVersionEntity = defineEntity({
  type: VisitVersion,
  table: visitVersion,
  feed: { hangsOn: { on: visit, by: visitVersion.visitId } },
  plural: 'former versions of visits',
  right: 'visit.read',
  scope: ofVisitScope,
  computed: {
    content: {
      type: () => String,
      description: 'The former values by field name, as JSON text; numbers of people in them are masked.',
      sql: ({ content }) => numbersMasked(sql`${content}`),
    },
    reason: {
      type: () => String,
      nullable: true,
      description: 'Why it was corrected; numbers of people in it are masked.',
      sql: ({ reason }) => numbersMasked(sql`${reason}`),
    },
    replacedBy: whoDid('replacedBy', 'Who corrected it, by name.'),
    replacedByToken: whichToken('replacedByToken', 'The token by which a program corrected it, by name.'),
  },
});

const ofVisit = { countyCode: 'countyCode', id: 'visitId' };

export const visitEntity = defineEntity({
  type: Visit,
  table: visit,
  feed: { staysWithCadre: true },
  place: partOfHousehold(),
  endsIn: 'withdrawnAt',
  removable: true,
  plural: 'visits',
  right: 'visit.read',
  scope: visitScope,
  computed: {
    recordedBy: whoDid('recordedBy', 'Who put it on record, by name.'),
    recordedByToken: whichToken('recordedByToken', 'The token by which a program put it on record, by name.'),
    withdrawnBy: whoDid('withdrawnBy', 'Who withdrew it, by name.'),
    withdrawnByToken: whichToken('withdrawnByToken', 'The token by which a program withdrew it, by name.'),
  },
  query: { one: 'visit', list: 'visits' },
  defaultSort: [
    { field: 'VISITED_ON', direction: 'DESC' },
    { field: 'RECORDED_AT', direction: 'DESC' },
  ],
  sorts: {
    VISITED_ON: { description: 'By the day of the visit.', sql: by('visitedOn') },
    RECORDED_AT: { description: 'By when the server received it.', sql: by('recordedAt') },
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
  },
  filters: {
    ...ofHouseholdFilters,
    cadre: {
      type: () => ID,
      description: 'Made by this cadre, by global id.',
      sql: byGlobalId(() => cadreEntity, 'cadreId'),
    },
    visitedFrom: {
      type: () => Day,
      description: 'Made on this day or later.',
      sql: (_t, day: string) => gte(visit.visitedOn, day),
    },
    visitedTo: {
      type: () => Day,
      description: 'Made on this day or earlier.',
      sql: (_t, day: string) => lte(visit.visitedOn, day),
    },
    period: {
      type: () => Period,
      description: 'Made within this quarter or month.',
      sql: (_t, code: string) => {
        const { startOn, endOn } = periodOf(code);
        return sql`${visit.visitedOn} between ${startOn} and ${endOn}`;
      },
    },
    mode: { type: () => [VisitMode.enum], description: 'Any of these.', sql: oneOf('mode') },
    status: {
      type: () => [VisitStatus.enum],
      description: 'Any of these; withdrawn visits are listed too where it is absent.',
      sql: oneOf('status'),
    },
  },
  relations: {
    household: one(
      () => householdEntity,
      { countyCode: 'countyCode', householdId: 'id' },
      'The household; null where the visitor no longer looks after it.',
    ),
    cadre: one(() => cadreEntity, { countyCode: 'countyCode', cadreId: 'id' }, 'Who went.'),
    pairing: one(
      () => pairingEntity,
      { countyCode: 'countyCode', pairingId: 'id' },
      'The pairing of that day which the visit is credited to.',
    ),
    checklist: many(() => visitCheckEntity, ofVisit, 'The checklist of two worries and three guarantees.', {
      order: () => [sql`${visitCheck.item}`],
    }),
    versions: many(
      () => visitVersionEntity,
      ofVisit,
      'What it said before each correction, the latest first.',
      {
        order: () => [desc(visitVersion.version)],
      },
    ),
  },
});

/** Fields and relations added to types of other modules. */
export const visitExtensions = [
  extend(householdEntity, {
    relations: {
      visits: list(
        () => visitEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'All visits to the household, withdrawn ones too.',
      ),
      lastVisit: one(
        () => visitEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'The latest valid visit, whatever its mode; null where there is none.',
        {
          where: () => sql`${visit.status} = 'VALID'`,
          first: () => [desc(visit.visitedOn), desc(visit.recordedAt), desc(visit.id)],
        },
      ),
    },
  }),
  extend(cadreEntity, {
    relations: {
      visits: list(
        () => visitEntity,
        { countyCode: 'countyCode', id: 'cadreId' },
        'All visits of the cadre.',
      ),
    },
  }),
  extend(pairingEntity, {
    relations: {
      visits: list(
        () => visitEntity,
        { countyCode: 'countyCode', id: 'pairingId' },
        'The visits credited to the pairing.',
      ),
    },
  }),
];
