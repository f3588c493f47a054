import { type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { checkArgument } from '#api/schema/validate.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import { globalId } from '#platform/core/ids.ts';
import { statementOf } from '#platform/read/statement/operation.ts';
import { type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const schema = createSchema();
const rowId = '01935b1e-0000-7000-8000-000000000001';

const viewerAs = (role: RoleKey, divisionCode: string, cadres: Viewer['cadres'] = []): Viewer => ({
  userId: rowId,
  username: 'somebody',
  displayName: '某人',
  sessionId: null,
  tokenId: null,
  holdings: [{ role, divisionCode, rights: new Set(rightsOfRole[role]), pairedOnly: role === 'HELPER' }],
  cadres,
});
const desk = viewerAs('COUNTY_DESK', places.county);
const helper = viewerAs('HELPER', places.county, [{ countyCode: places.county, id: rowId }]);
const unpairedHelper = viewerAs('HELPER', places.county);

/** What a read is sent as: nothing where resolvers answer it. */
function sentBy(viewer: Viewer, document: string, isCluster: boolean): string | undefined {
  const parsed = parse(document);
  const operation = parsed.definitions[0] as OperationDefinitionNode;
  const ctx = { ...test.app.systemContext(), viewer, isCluster };
  const read = { schema, document: parsed, operation, variables: {}, checkArgument };
  return statementOf(ctx, read)?.text;
}

const households = '{ households { totalCount nodes { id headName mergedInto { id } memberCount } } }';
const householdOf = (county: string) => `{ node(id: "${globalId('Household', county, rowId)}") { id } }`;

it.each([
  ['whoever reaches the county', desk, households],
  ['a helper', helper, households],
  ['an id of another county', desk, householdOf(places.otherCounty)],
])('sends a cluster one statement for %s', (_what, viewer, document) => {
  expect(sentBy(viewer, document, true)).toMatch(/^select \(/);
});

it.each([
  ['rows of no county', unpairedHelper, households],
  ['rows of several', viewerAs('COUNTY_DESK', places.county.slice(0, 4)), households],
  [
    'an audit trail that lies in several chains',
    desk,
    '{ auditEvents { nodes { entity } } visitDuties { totalCount } }',
  ],
])(
  'leaves it to resolvers on a cluster for whoever sees %s, and marks it elsewhere',
  (_what, viewer, document) => {
    expect(sentBy(viewer, document, true)).toBeUndefined();
    expect(sentBy(viewer, document, false)).toMatch(/^select \/\* one server \*\/ \(/);
  },
);
