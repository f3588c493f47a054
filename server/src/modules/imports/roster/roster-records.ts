import {
  cadresByPhoneOrName,
  cadresUnderOtherPhones,
  namesOfCadres,
} from '#modules/cadre/cadre.bulk.service.ts';
import { currentCategories, mergedInto } from '#modules/household/household.bulk.service.ts';
import { selectEvents } from '#modules/imports/batch/imports.queries.ts';
import { readAlike } from '#modules/imports/staging/doubles.ts';
import { formerHeadsOf } from '#modules/imports/staging/since.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import { personKey, readNumbered, readTied } from '#modules/imports/staging/ties.ts';
import { organizationsByName } from '#modules/organization/organization.bulk.service.ts';
import { loadsOfCadres, pairingsOf } from '#modules/pairing/pairing.bulk.service.ts';
import type { Context } from '#platform/core/context.ts';
import type { HelperFacts } from './helpers.rules.ts';
import type { RosterRow } from './roster.rules.ts';
import { namesakeKey, noteCadre, phoneKey, type RosterIndex } from './roster-index.ts';

const isNew = (map: ReadonlyMap<string, unknown>) => (key: string) => !map.has(key);
const helpersOf = (rows: readonly RosterRow[]): HelperFacts[] =>
  rows.flatMap(({ helpers }) => helpers.map(({ facts }) => facts));

/**
 * Reads the records that are not in the index yet: one statement for each kind of record, in the order of the locks.
 * Each statement is prepared while the database runs the one before. Possible duplicates are looked up last.
 */
export async function readRecords(
  ctx: Context,
  index: RosterIndex,
  rows: readonly RosterRow[],
  { listId }: Bounds,
  lock: boolean,
): Promise<void> {
  await Promise.all([
    readOrganizations(ctx, index, rows),
    readCadres(ctx, index, rows, lock),
    readNamesakes(ctx, index, rows, listId),
    readHouses(ctx, index, rows, lock),
    readNumbered(ctx, index.countyCode, index.numbered, rows),
  ]);
  const born = rows.flatMap(({ headId, headName: name, headBirthOn: birthOn }) => {
    const key = headId === null ? null : personKey(ctx, headId);
    return key !== null && (index.persons.get(key) ?? []).length === 0 ? [{ name, birthOn, key }] : [];
  });
  await readAlike(ctx, index.countyCode, index.alike, born);
}

async function readOrganizations(
  ctx: Context,
  index: RosterIndex,
  rows: readonly RosterRow[],
): Promise<void> {
  const names = helpersOf(rows)
    .flatMap(({ organization }) => organization?.name ?? [])
    .filter(isNew(index.organizations));
  if (names.length === 0) return;
  for (const name of names) index.organizations.set(name, null);
  for (const found of await organizationsByName(ctx, index.countyCode, names)) {
    index.organizations.set(found.name, found);
  }
}

async function readCadres(
  ctx: Context,
  index: RosterIndex,
  rows: readonly RosterRow[],
  lock: boolean,
): Promise<void> {
  const phones = helpersOf(rows).flatMap(({ phone }) => (phone ? [phoneKey(ctx, phone)] : []));
  const unknown = phones.filter(isNew(index.cadresByPhone));
  const names = namesNotIn(index.namesRead, rows, ({ phone }) => phone === null);
  const phoneless = namesNotIn(index.phonelessRead, rows, ({ phone }) => phone !== null);
  if (unknown.length + names.length + phoneless.length === 0) return;
  for (const key of unknown) index.cadresByPhone.set(key, null);
  for (const name of names) index.namesRead.add(name);
  for (const name of phoneless) index.phonelessRead.add(name);
  const found = await cadresByPhoneOrName(ctx, index.countyCode, {
    phoneHashes: unknown.map((key) => Buffer.from(key, 'hex')),
    names,
    phonelessNames: phoneless,
    lock,
  });
  const fresh = found.filter(({ id }) => !index.cadresRead.has(id));
  for (const cadre of fresh) noteCadre(index, cadre);
  // Counted only if the county refuses more.
  const ids = index.rule.loadPolicy === 'REFUSE' ? fresh.map(({ id }) => id) : [];
  if (ids.length === 0) return;
  const loads = await loadsOfCadres(ctx, index.countyCode, ids);
  for (const id of ids) index.loads.set(id, (index.loads.get(id) ?? 0) + (loads.get(id) ?? 0));
}

async function readNamesakes(
  ctx: Context,
  index: RosterIndex,
  rows: readonly RosterRow[],
  listId: string,
): Promise<void> {
  const open = new Map<string, HelperFacts>();
  for (const facts of helpersOf(rows)) {
    const key = namesakeKey(facts);
    if (facts.phone !== null && !index.namesakes.has(key)) open.set(key, facts);
  }
  if (open.size === 0) return;
  const keys = [...open.keys()];
  for (const key of keys) index.namesakes.set(key, null);
  const titled = [...open.values()].map(({ name, organization }) => ({
    name,
    organization: organization?.name ?? null,
  }));
  for (const { place, isSame } of await cadresUnderOtherPhones(ctx, index.countyCode, titled, listId))
    index.namesakes.set(keys[place] ?? '', isSame ? 'SAME' : 'MAYBE');
}

const namesNotIn = (
  read: ReadonlySet<string>,
  rows: readonly RosterRow[],
  isWanted: (helper: HelperFacts) => boolean,
): string[] => {
  const names = helpersOf(rows).flatMap((facts) =>
    isWanted(facts) && !read.has(facts.name) ? [facts.name] : [],
  );
  return [...new Set(names)];
};

async function readHouses(
  ctx: Context,
  index: RosterIndex,
  rows: readonly RosterRow[],
  lock: boolean,
): Promise<void> {
  const { countyCode, persons, formerIds, entries, merged, formerHeads, helperNames } = index;
  // A file names each household once, or once per helper: no row depends on the state left by earlier ones.
  for (const map of [persons, formerIds, entries, merged, formerHeads, helperNames]) map.clear();
  for (const { member, household } of await readTied(ctx, index, { ties: rows }, lock))
    if (member.leftOn === null && !entries.has(household.id))
      entries.set(household.id, { household, category: null, pairings: [] });
  const others = [...persons.values()].flat().filter(({ member }) => member.relation !== 'HEAD');
  const events = await selectEvents(
    ctx,
    countyCode,
    'Household',
    others.map(({ household }) => household.id),
  );
  for (const [id, heads] of formerHeadsOf(events)) formerHeads.set(id, heads);
  const ids = [...entries.keys()];
  if (ids.length === 0) return;
  for (const household of await mergedInto(ctx, countyCode, ids)) {
    const into = household.mergedIntoId ?? '';
    merged.set(into, [...(merged.get(into) ?? []), household]);
  }
  for (const category of await currentCategories(ctx, countyCode, ids)) {
    const entry = entries.get(category.householdId);
    if (entry) entry.category = category;
  }
  for (const pairing of await pairingsOf(ctx, countyCode, ids))
    entries.get(pairing.householdId)?.pairings.push(pairing);
  const helpers = [...entries.values()].flatMap(({ pairings }) => pairings.map(({ cadreId }) => cadreId));
  for (const { id, name } of await namesOfCadres(ctx, countyCode, helpers)) helperNames.set(id, name);
}
