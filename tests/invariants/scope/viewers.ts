import { eq, sql } from 'drizzle-orm';
import { tokenHash } from '#modules/identity/session/secret.ts';
import { today } from '#platform/core/clock.ts';
import { newId } from '#platform/core/ids.ts';
import { claim } from '#schema/claim/claim.table.ts';
import { type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { apiToken } from '#schema/identity/identity.table.ts';
import { tokenUsage } from '#schema/identity/rate-limit.table.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import type { TestApp } from '#tests/setup/app.ts';
import type { Grant } from './expectations.ts';
import { worldVillages } from './world.ts';

/** A viewer of the matrix; `grant` is null for one who holds nothing today. */
export interface MatrixViewer {
  readonly label: string;
  readonly session: string | null;
  readonly userId: string | null;
  readonly grant: Grant | null;
  /** Sent by viewers with a token. */
  readonly headers?: Record<string, string>;
  /** Households paired with the viewer's own cadre record. */
  readonly paired: ReadonlySet<string>;
  /** Claims sent to the insurer that the viewer works for. */
  readonly sent: ReadonlySet<string>;
}

const nothing = { paired: new Set<string>(), sent: new Set<string>() };

const divisions = [places.village, places.township, places.county, places.otherCounty] as const;

/** Every role in every division, and viewers whose grant, account or session has ended, not begun or never existed. */
export async function matrixViewers(test: TestApp): Promise<MatrixViewer[]> {
  const viewers: MatrixViewer[] = [{ label: 'nobody', session: null, userId: null, grant: null, ...nothing }];
  for (const role of Object.keys(rightsOfRole) as RoleKey[]) {
    for (const divisionCode of divisions) {
      const person = await signedIn(test, role, divisionCode);
      const paired =
        role === 'HELPER' ? await pairHelper(test, person.userId, divisionCode) : new Set<string>();
      const sent =
        role === 'INSURER' ? await employAtInsurer(test, person.userId, divisionCode) : new Set<string>();
      const label = `${role} of ${divisionCode}`;
      viewers.push({ label, ...person, grant: { role, divisionCode }, paired, sent });
    }
  }
  const endings: [string, (userId: string) => ReturnType<typeof sql>][] = [
    [
      'grant that ended',
      (userId) => sql`update user_grant set to_on = '2026-11-09' where user_id = ${userId}`,
    ],
    [
      'grant to come',
      (userId) => sql`update user_grant set from_on = '2026-11-11' where user_id = ${userId}`,
    ],
    ['grant revoked', (userId) => sql`update user_grant set revoked_at = now() where user_id = ${userId}`],
    ['session ended', (userId) => sql`update session set ended_at = now() where user_id = ${userId}`],
    ['account disabled', (userId) => sql`update app_user set status = 'DISABLED' where id = ${userId}`],
  ];
  for (const [label, statement] of endings) {
    const person = await signedIn(test, 'COUNTY_DESK', places.county);
    await test.owner.db.execute(statement(person.userId));
    viewers.push({ label, ...person, grant: null, ...nothing });
  }
  return [...viewers, ...(await tokenViewers(test))];
}

/** Tokens of a county desk: narrower than their owner, wider than their owner, expired, revoked. */
async function tokenViewers(test: TestApp): Promise<MatrixViewer[]> {
  const owner = await signedIn(test, 'COUNTY_DESK', places.county);
  const some = ['household.read', 'visit.read'];
  const tokens: [label: string, divisionCode: string, rights: string[], more: object, counts: boolean][] = [
    ['token of a village', places.village, some, {}, true],
    ['token of the county', places.county, some, {}, true],
    ['token beyond its owner', places.otherCounty, some, {}, false],
    ['token expired', places.county, some, { expiresAt: '2026-11-01T00:00:00Z' }, false],
    ['token revoked', places.county, some, { revokedAt: '2026-11-01T00:00:00Z' }, false],
  ];
  const made: MatrixViewer[] = [];
  for (const [label, divisionCode, rights, more, counts] of tokens) {
    const secret = `bf_${newId()}`;
    const tokenId = newId();
    await test.owner.db.insert(apiToken).values({
      id: tokenId,
      name: label,
      tokenHash: tokenHash(secret),
      hint: 'bf_',
      ownerId: owner.userId,
      divisionCode,
      rights,
      expiresAt: '2027-01-01T00:00:00Z',
      createdAt: test.clock.now().toISOString(),
      ...more,
    });
    // Requests of the matrix are counted here; the row exists beforehand like all others.
    const day = today(test.clock);
    await test.owner.db.insert(tokenUsage).values({ tokenId, day, operations: 0, points: 0, refusals: 0 });
    const isUsable = Object.keys(more).length === 0;
    const held = [...(counts ? rights : []), 'division.read'];
    made.push({
      label,
      session: null,
      headers: { authorization: `Bearer ${secret}` },
      userId: null,
      grant: isUsable ? { role: 'API_CLIENT', divisionCode, rights: held } : null,
      ...nothing,
    });
  }
  return made;
}

/** Makes the user a cadre who assists the division's household, and returns its id. */
async function pairHelper(test: TestApp, userId: string, divisionCode: string): Promise<Set<string>> {
  const countyCode = divisionCode.slice(0, 6);
  const village = worldVillages.find((code) => code.startsWith(countyCode)) ?? places.village;
  const helper = await makeCadre(test, { countyCode, userId });
  const at = test.clock.now().toISOString();
  const made = await test.owner.db.execute<{ household_id: string }>(sql`
    insert into pairing (county_code, id, household_id, village_code, cadre_id, role, started_on, created_at)
    select county_code, ${newId()}, id, village_code, ${helper.id}, 'ASSISTANT', '2025-01-01', ${at}
    from household where village_code = ${village} returning household_id`);
  return new Set(made.map((row) => row.household_id));
}

/** Makes the user one of an insurer to whom a claim of the county was sent, and returns the claims sent to it. */
export async function employAtInsurer(
  test: TestApp,
  userId: string,
  divisionCode: string,
): Promise<Set<string>> {
  const countyCode = divisionCode.slice(0, 6);
  const claims = await test.owner.db.select().from(claim).where(eq(claim.countyCode, countyCode));
  const insurerId = claims.find((one) => one.insurerId)?.insurerId;
  if (!insurerId) throw new Error(`no claim of ${countyCode} was sent to an insurer`);
  await makeCadre(test, { countyCode, userId, organizationId: insurerId });
  return new Set(claims.filter((one) => one.insurerId === insurerId).map(({ id }) => id));
}
