import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { faultsOf, type Volatility } from './rules.ts';
import { volatilityIn } from './volatility.ts';

let volatility: Volatility;
beforeAll(async () => {
  await loadModule();
  volatility = await volatilityIn(inject('database').adminUrl);
});
const faults = (text: string) => faultsOf(text, volatility);

const refused: Record<string, [fault: RegExp, statement: string][]> = {
  'moving a row to another county': [
    [
      /sets the county of rows of duty_rule/,
      'update duty_rule set county_code = $1 where county_code = $2 and id = $3',
    ],
    [
      /sets the county of rows of audit_head/,
      'insert into audit_head (county_code, seq) values ($1, 1) on conflict (county_code) do update set county_code = excluded.seq::text',
    ],
  ],
  'what nodes would work out differently on a conflict': [
    [
      /sets from a subquery/,
      'insert into audit_head (county_code, seq) values ($1, 1) on conflict (county_code) do update set seq = (select seq from given)',
    ],
    [
      /not immutable/,
      "insert into audit_head (county_code, hash) values ($1, $2) on conflict (county_code) do update set hash = convert_to($1, 'UTF8')",
    ],
    [
      /does not name the county/,
      'insert into cadre (county_code, id) values ($1, $2) on conflict (id) do update set name = excluded.name',
    ],
  ],
  'a row lock on all nodes': [
    [/locks rows of visit/, 'select * from visit where id = $1 for update'],
    [
      /locks rows of visit/,
      'select * from visit where (county_code = $1 and id = $2) or (county_code = $3 and id = $4) for share',
    ],
    [
      /locks rows of member/,
      'select * from member join household on household.id = member.household_id where household.county_code = $1 for update',
    ],
  ],
  'rows that change by those of another table, everywhere at once': [
    [
      /changes rows of visit by other tables/,
      'update visit set note = given.note from json_populate_recordset(null::visit, $1) as given where visit.id = given.id',
    ],
    [
      /changes rows of visit by other tables/,
      'delete from visit where id = any(array(select id from pairing limit 5))',
    ],
    [/by a volatile function/, 'delete from visit where county_code = $1 and random() < 0.5'],
    [/RETURNING of visit/, 'delete from visit where county_code = $1 returning clock_timestamp()'],
  ],
  'a look-up in county data for each row that every node has': [
    [
      /looks up cadre for each row of local session, reference app_user/,
      'select (select json_agg(cadre.id) from cadre where cadre.user_id = app_user.id) from session join app_user on app_user.id = session.user_id',
    ],
    [
      /looks up pairing for each row of cte few/,
      'with few as materialized (select * from cadre) select (select count(*) from pairing where pairing.county_code = few.county_code and pairing.cadre_id = few.id) from few',
    ],
    [
      /looks up pairing for each row of subquery l1/,
      'select (select count(*) from pairing where pairing.cadre_id = l1.id) from (select * from cadre order by id limit 20) as l1',
    ],
  ],
  'a look-up by a value of the county next to one by its column': [
    [
      /looks up visit by a value of the county/,
      'select (select count(*) from visit where visit.county_code = $1 and visit.household_id = household.id) from household where county_code = $1 and (closed_on is null or not exists (select from pairing where pairing.county_code = household.county_code and pairing.household_id = household.id))',
    ],
    [
      /looks up visit by a value of the county/,
      'select 1 from household where county_code = $1 and not exists (select from visit where visit.county_code = $1 and visit.household_id = household.id) and (closed_on is null or exists (select from pairing where pairing.county_code = household.county_code and pairing.household_id = household.id))',
    ],
    [
      /looks up visit by a value of the county/,
      'select 1 from household left join lateral (select id from visit where visit.county_code = $1 and visit.household_id = household.id limit 1) as v on true where county_code = $1 and (closed_on is null or exists (select from pairing where pairing.county_code = household.county_code and pairing.household_id = household.id))',
    ],
  ],
  'a view of which a scope hides all rows': [
    [
      /hides all rows of the view household_year/,
      'select (select sum(wage) from household_year as y where false and y.county_code = household.county_code) from household where county_code = $1',
    ],
  ],
  'county data read together with what the coordinator keeps': [
    [
      /reads session, which is the coordinator's, with audit_event/,
      'select (select session.id from session where session.user_id = audit_event.actor_id) from audit_event where county_code = $1',
    ],
  ],
  'a union that is looked up for each row': [
    [
      /looks up a union with audit_event/,
      'select array(select member.name union select action from audit_event where audit_event.county_code = member.county_code) from member where county_code = $1',
    ],
  ],
  'county data read together without the county': [
    [
      /joins pairing to household/,
      'select 1 from household join pairing on pairing.household_id = household.id',
    ],
  ],
};

describe.each(Object.entries(refused))('refuses %s', (_, statements) => {
  it.each(statements)('%s', (fault, statement) => {
    expect(faults(statement)).toEqual([expect.stringMatching(fault)]);
  });
});

it.each([
  'update duty_rule set frequency = $1 where county_code = $2 and id = $3',
  'insert into audit_head as chain (county_code, seq) values ($1, 1) on conflict (county_code) do update set seq = chain.seq + 1',
  'select * from visit where county_code = $1 and (id = $2 or id = $3) order by id for update',
  'select * from member join household on household.county_code = member.county_code and household.id = member.household_id where member.county_code = $1 for update',
  'select (select count(*) from pairing as p where p.county_code = $1 and p.cadre_id = l1.id) from (select * from cadre where county_code = $1 limit 20) as l1',
  'select (select count(*) from pairing as p where p.county_code = cadre.county_code and p.cadre_id = cadre.id) from cadre',
  'select (select count(*) from visit where county_code = $1 and visit.household_id = household.id) from household where false and county_code = $2',
  'select (select count(*) from visit where visit.county_code = $1 and visit.household_id = household.id) from household where county_code = $1 and (closed_on is null or not exists (select from pairing where pairing.county_code = $1 and pairing.household_id = household.id))',
  'select 1 from household where county_code = $1 and exists (select from visit where visit.county_code = $1 and visit.household_id = household.id) and (closed_on is null or exists (select from pairing where pairing.county_code = household.county_code and pairing.household_id = household.id))',
  'delete from visit where status = $1',
  'select * from app_user where id = $1 for update',
  'update app_user set display_name = $1 where id = $2 returning now()',
])('lets pass %s', (statement) => {
  expect(faults(statement)).toEqual([]);
});
