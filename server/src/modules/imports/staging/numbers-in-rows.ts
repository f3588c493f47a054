import type { NumberSearch } from '#modules/identity/rate-limit/number-search.service.ts';
import type { PeopleOfRow, ReadRow } from './stage.ts';

/**
 * The people that rows name, as searches, each once: what becomes of a row tells whether they are on file. They are taken
 * as they were read and will be looked up, not as they are written in the cells. Rows that cannot be read are looked up
 * nowhere; the head whom such a row names is, where a row below belongs to that household.
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
  // Compared with those of other people; phones of households and members are not.
  for (const phone of [row.helperPhone, ...(row.helpers ?? []).map(({ facts }) => facts.phone)])
    if (phone) yield { kind: 'PHONE', text: phone, entity: 'Cadre' };
}

/** Somebody is known by number, and without one by name and birth date. */
function* searchOf(
  id: string | null | undefined,
  name?: string | null,
  birthOn?: string | null,
): Generator<NumberSearch> {
  if (id) yield { kind: 'RESIDENT_ID', text: id, entity: 'Member' };
  else if (name && birthOn) yield { kind: 'NAME_AND_BIRTH', text: `${name} ${birthOn}`, entity: 'Member' };
}
