import type { NumberSearch } from '#modules/identity/number-search.service.ts';
import { normalisePhone } from '#schema/person/phone.ts';
import { normaliseResidentId } from '#schema/person/resident-id.ts';
import type { ReadRow } from './stage.ts';

const ids = ['headId', 'residentId'] as const;
/** Compared with those of other people; phones of households and members are not. */
const phones = ['helperPhone', 'assistantPhone'] as const;

/**
 * The numbers of people that rows name, as searches, each once: what becomes of a row tells whether they are on file.
 * Where a row has none, it is known by a name and a birth date. Rows that cannot be read are looked up nowhere.
 */
export function numbersIn(rows: readonly ReadRow[]): NumberSearch[] {
  const found = new Map<string, NumberSearch>();
  for (const { row, cells } of rows) {
    if (!row) continue;
    const textOf = (column: string) => cells[column]?.text ?? '';
    const numbers: NumberSearch[] = ids.flatMap((column) => {
      const text = normaliseResidentId(textOf(column));
      return text === '' ? [] : [{ kind: 'RESIDENT_ID', text, entity: 'Member' }];
    });
    const birthOn = textOf('headBirthOn') || textOf('birthOn');
    if (numbers.length === 0 && birthOn !== '')
      numbers.push({
        kind: 'NAME_AND_BIRTH',
        text: `${textOf('headName') || textOf('name')} ${birthOn}`,
        entity: 'Member',
      });
    for (const column of phones) {
      const text = normalisePhone(textOf(column));
      if (text !== null) numbers.push({ kind: 'PHONE', text, entity: 'Cadre' });
    }
    for (const one of numbers) found.set(`${one.kind} ${one.text}`, one);
  }
  return [...found.values()];
}
