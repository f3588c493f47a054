import { BootError } from '#platform/core/boot-error.ts';
import { fenOf } from '#schema/scalars.ts';

/** A file that is not of the neutral form: where, and what is wrong there. */
export class VectorsError extends BootError {
  override readonly name = 'VectorsError';
}

/** A part of the file with the words that say where it stands. */
export interface Place {
  readonly where: string;
  readonly value: unknown;
}

export const wrong = ({ where }: Place, zh: string, en: string): VectorsError =>
  new VectorsError(`${where}：${zh}`, `${where}: ${en}`);

export const at = (place: Place, name: string | number, value: unknown): Place => ({
  where: typeof name === 'number' ? `${place.where}[${name}]` : `${place.where}.${name}`,
  value,
});

export function listIn(place: Place): Place[] {
  if (!Array.isArray(place.value)) throw wrong(place, '应为列表', 'a list is expected');
  return place.value.map((item, index) => at(place, index, item));
}

/** The members of an object; any that is not known is refused, since it could change what is paid. */
export function membersOf(place: Place, known: readonly string[]): (name: string) => Place {
  const { value } = place;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(place, '应为对象', 'an object is expected');
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) throw wrong(at(place, unknown, null), '不认识此项', 'this member is not known');
  return (name) => at(place, name, Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined);
}

export const isGiven = ({ value }: Place): boolean => value !== undefined && value !== null;

export function textIn(place: Place): string {
  if (typeof place.value !== 'string' || place.value === '')
    throw wrong(place, '应为文本', 'a text is expected');
  return place.value;
}

export function flagIn(place: Place): boolean {
  if (!isGiven(place)) return false;
  if (typeof place.value !== 'boolean') throw wrong(place, '应为 true 或 false', 'true or false is expected');
  return place.value;
}

export function oneOfIn<K extends string>(place: Place, keys: readonly K[]): K {
  const found = keys.find((key) => key === place.value);
  if (found === undefined)
    throw wrong(place, `应为 ${keys.join('、')} 之一`, `one of ${keys.join(', ')} is expected`);
  return found;
}

/** Decimal text of yuan, in fen. */
export function fenIn(place: Place): bigint {
  const fen = typeof place.value === 'string' ? fenOf(place.value) : null;
  if (fen === null)
    throw wrong(
      place,
      '应为以元计的文本，最多两位小数',
      'yuan as text with at most two decimals is expected',
    );
  return fen;
}

export const fenOrNull = (place: Place): bigint | null => (isGiven(place) ? fenIn(place) : null);

/** Decimal text of a per cent with at most two decimals, in hundredths of a per cent. */
export function bpsIn(place: Place): number {
  const bps = typeof place.value === 'string' ? fenOf(place.value) : null;
  if (bps === null || bps > 1_000_000n || bps < -1_000_000n)
    throw wrong(
      place,
      '应为百分数的文本，最多两位小数',
      'a per cent as text with at most two decimals is expected',
    );
  return Number(bps);
}
