import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { CadreStatus } from '#schema/codes/organization.codes.ts';
import { PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { division } from '#schema/division/division.table.ts';
import { appUser } from '#schema/identity/identity.table.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { bytes, countyCode, createdAt, day, isShortMask, rowId, version } from '../columns.ts';
import { gramsIn } from '../search.ts';

export const cadre = pgTable(
  'cadre',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    name: text().notNull(),
    pinyin: text().notNull(),
    sex: coded(Sex).notNull().default('UNKNOWN'),
    politicalStatus: coded(PoliticalStatus),
    organizationId: uuid(),
    jobTitle: text(),
    /** Where the cadre works: the county, a township or a village. */
    divisionCode: text()
      .notNull()
      .references(() => division.code, { onUpdate: 'cascade' }),
    phoneCipher: bytes(),
    phoneHash: bytes(),
    phoneMasked: text(),
    status: coded(CadreStatus).notNull().default('ACTIVE'),
    leftOn: day(),
    /** The account this cadre signs in with, for what "my households" means. */
    userId: uuid().references(() => appUser.id),
    note: text(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      columns: [t.countyCode, t.organizationId],
      foreignColumns: [organization.countyCode, organization.id],
    }),
    uniqueIndex('cadre_phone').on(t.countyCode, t.phoneHash),
    index('cadre_phone_anywhere').on(t.phoneHash),
    uniqueIndex('cadre_user').on(t.countyCode, t.userId),
    index('cadre_account').on(t.userId),
    index('cadre_name').on(t.countyCode, t.name),
    index('cadre_order').on(t.pinyin, t.countyCode),
    index('cadre_search').using('gin', gramsIn([t.name, t.pinyin])),
    index('cadre_organization').on(t.countyCode, t.organizationId),
    check('cadre_in_county', sql`starts_with(${t.divisionCode}, ${t.countyCode})`),
    check('cadre_masks', isShortMask(t.phoneMasked)),
    check('cadre_left', sql`(${t.status} = 'LEFT') = (${t.leftOn} is not null)`),
    ...codeChecks('cadre', t),
  ],
);
