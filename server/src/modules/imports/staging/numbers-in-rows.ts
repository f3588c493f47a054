import type { NumberSearch } from '#modules/identity/rate-limit/number-search.service.ts';
import type { PeopleOfRow, ReadRow } from './stage.ts';

/**
 * The people in rows as number searches, each once: the result of a row reveals whether they are on record. Uses the
 * values as read, which are those that will be looked up. Invalid rows are never looked up, except the head in such a
 * row where a later row belongs to the same household.
 */
export function numbersIn(rows: readonly ReadRow[]): NumberSearch[] {
  const found = new Map<string, NumberSearch>();
  for (const { row } of rows)
    for (const one of row ? searchesOf(row) : []) found.set(`${one.kind} ${one.text}`, one);
  return [...found.values()];
}

function* searchesOf(row: PeopleOfRow): Generator<NumberSearch> {
  yield* searchOf(row.headId, row.headName, row.headBirthOn);
  yield* searchOf(row.residentId, row.name, row.birthOn);
  yield* searchOf(row.listedHeadId);
  // Compared with phones of other cadres; phones of households and members are not compared.
  for (const phone of [row.helperPhone, ...(row.helpers ?? []).map(({ facts }) => facts.phone)])
    if (phone) yield { kind: 'PHONE', text: phone, entity: 'Cadre' };
}

/** People are identified by number, or without one by name and birth date. */
function* searchOf(
  id: string | null | undefined,
  name?: string | null,
  birthOn?: string | null,
): Generator<NumberSearch> {
  if (id) yield { kind: 'RESIDENT_ID', text: id, entity: 'Member' };
  else if (name && birthOn) yield { kind: 'NAME_AND_BIRTH', text: `${name} ${birthOn}`, entity: 'Member' };
}
