import { asc, desc, gte, lte, sql } from 'drizzle-orm';
import { ID } from 'type-graphql';
import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { ofHouseholdScope } from '#modules/household/household.policy.ts';
import { ofHouseholdFilters } from '#modules/household/of-household.entity.ts';
import { whichToken, whoDid } from '#modules/identity/user/who.entity.ts';
import { pairingEntity } from '#modules/pairing/pairing.entity.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import { by, defineEntity, extend, list, many, one } from '#platform/read/entity.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { oneOf } from '#platform/read/scope.ts';
import { searchingProse } from '#platform/read/search.ts';
import { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { Day } from '#schema/scalars.ts';
import { Problem, ProblemStep } from '#schema/visit/problem.type.ts';
import { problem, problemStep } from '#schema/visit/visit.table.ts';
import { visitEntity } from '../visit.entity.ts';
import { ofProblemScope } from '../visit.policy.ts';

export const problemStepEntity = defineEntity({
  type: ProblemStep,
  table: problemStep,
  feed: { hangsOn: { on: problem, by: problemStep.problemId } },
  plural: 'steps of problems',
  right: 'visit.read',
  scope: ofProblemScope,
  computed: {
    recordedBy: whoDid('recordedBy', 'Who took the step, by name.'),
    recordedByToken: whichToken('recordedByToken', 'The token by which a program took it, by name.'),
  },
});

export const problemEntity = defineEntity({
  type: Problem,
  table: problem,
  feed: {},
  place: partOfHousehold(),
  removable: true,
  plural: 'problems',
  right: 'visit.read',
  scope: ofHouseholdScope,
  query: { one: 'problem', list: 'problems' },
  defaultSort: [{ field: 'RAISED_ON', direction: 'DESC' }],
  sorts: {
    RAISED_ON: { description: 'By the day it was found.', sql: by('raisedOn') },
    CLOSED_ON: { description: 'By the day it was closed.', sql: by('closedOn') },
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
  },
  filters: {
    ...ofHouseholdFilters,
    status: { type: () => [ProblemStatus.enum], description: 'Any of these.', sql: oneOf('status') },
    kind: { type: () => [ProblemKind.enum], description: 'Any of these.', sql: oneOf('kind') },
    cadre: {
      type: () => ID,
      rights: [pairingEntity.right],
      description: 'Of the households that this cadre is paired with today; by global id.',
      sql: (t, id: string, _ctx, path) => {
        const [countyCode, cadreId] = partsOfId(cadreEntity, id, path);
        return sql`(${t.countyCode} = ${countyCode} and exists (select from ${pairing} as helped
          where helped.county_code = ${countyCode} and helped.household_id = ${t.householdId}
            and helped.cadre_id = ${cadreId} and helped.ended_on is null))`;
      },
    },
    raisedFrom: {
      type: () => Day,
      description: 'Found on this day or later.',
      sql: (_t, day: string) => gte(problem.raisedOn, day),
    },
    raisedTo: {
      type: () => Day,
      description: 'Found on this day or earlier.',
      sql: (_t, day: string) => lte(problem.raisedOn, day),
    },
    search: {
      type: () => String,
      description: 'Part of the description.',
      sql: searchingProse('description'),
    },
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.'),
    visit: one(
      () => visitEntity,
      { countyCode: 'countyCode', visitId: 'id' },
      'The visit that found it; null where the desk raised it.',
    ),
    steps: many(
      () => problemStepEntity,
      { countyCode: 'countyCode', id: 'problemId' },
      'Its way so far, the first step first.',
      { order: () => [asc(problemStep.recordedAt), asc(problemStep.id)] },
    ),
  },
});

/** Fields and relations added to types of other modules. */
export const problemExtensions = [
  extend(householdEntity, {
    relations: {
      problems: list(
        () => problemEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'All problems of the household, the closed ones too.',
      ),
    },
  }),
  extend(visitEntity, {
    relations: {
      problems: many(
        () => problemEntity,
        { countyCode: 'countyCode', id: 'visitId' },
        'The problems it found.',
        { order: () => [desc(problem.raisedOn), asc(problem.id)] },
      ),
    },
  }),
];
