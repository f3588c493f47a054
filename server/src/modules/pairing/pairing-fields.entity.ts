import { sql } from 'drizzle-orm';
import { ID, Int } from 'type-graphql';
import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { soleCountyOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { type Columns, extend, list, one } from '#platform/read/entity.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { dutyRule } from '#schema/county/county.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { pairingEntity } from './pairing.entity.ts';

const running = sql`${pairing.endedOn} is null`;

/** On the register and in a category that owes visits today, but without a helper. */
function lacksHelper(columns: Columns, isLacking: boolean, ctx: Context) {
  const day = today(ctx.clock);
  const county = soleCountyOf(ctx.viewer) ?? columns.countyCode;
  const lacks = sql`(${columns.status} = 'ACTIVE'
    and exists (select from ${dutyRule} as rule where rule.county_code = ${county}
      and rule.category = ${columns.category} and rule.from_on <= ${day}
      and (rule.to_on is null or rule.to_on >= ${day}))
    and not exists (select from ${pairing} as helped where helped.county_code = ${county}
      and helped.household_id = ${columns.id} and helped.role = 'MAIN' and helped.started_on <= ${day}
      and (helped.ended_on is null or helped.ended_on >= ${day})))`;
  return isLacking ? lacks : sql`not ${lacks}`;
}

/** Fields and relations added to types of other modules. */
export const pairingFieldsExtensions = [
  extend(householdEntity, {
    relations: {
      currentPairing: one(
        () => pairingEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'The running pairing with the main helper; null while there is none.',
        { where: () => sql`${running} and ${pairing.role} = 'MAIN'` },
      ),
      pairings: list(
        () => pairingEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'All pairings of the household, the ended ones too.',
      ),
    },
    filters: {
      missingHelper: {
        type: () => Boolean,
        rights: [pairingEntity.right],
        description: 'True: must have a helper today, by the duty rules of the county, and has none.',
        sql: lacksHelper,
      },
      helper: {
        type: () => ID,
        rights: [pairingEntity.right],
        description: 'Paired with this cadre today, as main helper or assistant; by global id.',
        sql: (columns, id: string, _ctx, path) => {
          const [countyCode, cadreId] = partsOfId(cadreEntity, id, path);
          return sql`(${columns.countyCode} = ${countyCode} and exists (select from ${pairing} as helped
          where helped.county_code = ${countyCode} and helped.household_id = ${columns.id}
            and helped.cadre_id = ${cadreId} and helped.ended_on is null))`;
        },
      },
    },
  }),
  extend(cadreEntity, {
    relations: {
      pairings: list(
        () => pairingEntity,
        { countyCode: 'countyCode', id: 'cadreId' },
        'All pairings of the cadre, the ended ones too.',
      ),
    },
    computed: {
      load: {
        type: () => Int,
        rights: [pairingEntity.right],
        description: 'Households the cadre is paired with today, in any role.',
        sql: (columns, county) => sql`(select count(*)::int from ${pairing} as carried
        where carried.county_code = ${county} and carried.cadre_id = ${columns.id}
          and carried.ended_on is null)`,
      },
    },
  }),
];
