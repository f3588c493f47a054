import type { Cell } from '#platform/sheet/sheet-row.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { holdsNumber } from '#schema/person/mask.ts';
import { normalisePhone } from '#schema/person/phone.ts';
import { foldLine, foldName } from '#schema/text.ts';
import { type NamedPerson, namesIn } from './names-in-cell.rules.ts';
import { remarkIn } from './remarks-in-names.rules.ts';

interface CellsOfRow<Key extends string> {
  /** The cell, if it has a value. */
  readonly filled: (column: Key) => Cell | null;
  readonly named: (column: Key, value: string, longest: number) => string | null;
  readonly fault: (column: Key, code: ErrorCode) => null;
  readonly warn: (column: Key, code: ErrorCode) => void;
}

/** Reads names and phones of people, of which a cell may hold several. */
export const peopleReader = <Key extends string>({ filled, named, fault, warn }: CellsOfRow<Key>) => ({
  /**
   * One person; several in a cell are refused, because they would become one person with all the names. For a person
   * who may be created by this name, remarks beside it are refused too, because they would become part of the name.
   */
  person: (column: Key, as?: 'HEAD' | 'HELPER'): string | null => {
    const { people, isClear } = namesIn(filled(column)?.text ?? '');
    const [{ name } = { name: '' }, ...others] = people;
    const remark = as && codeOfRemarks(people, as);
    if (remark) return fault(column, remark);
    return others.length > 0 || !isClear ? fault(column, 'SEVERAL_NAMES') : named(column, name, 50);
  },
  /** Everyone named in a cell; null where it may name several people and does not say where a name ends. */
  people: (column: Key): NamedPerson[] | null => {
    const { people, isClear } = namesIn(filled(column)?.text ?? '');
    const remark = codeOfRemarks(people, 'HELPER');
    if (remark === 'ROW_IS_OVER') return fault(column, remark);
    if (!isClear) return fault(column, 'HELPERS_UNCLEAR');
    if (remark) return fault(column, remark);
    return people.flatMap(({ name, role }) => {
      const valid = named(column, name, 50);
      return valid === null ? [] : [{ name: valid, role }];
    });
  },
  /** The parts of a cell about several people. */
  parts: (column: Key, longest = 100): string[] =>
    (filled(column)?.text ?? '')
      .normalize('NFKC')
      .split(/[,、;/|&+\n]+/)
      .flatMap((part) => named(column, foldName(part), longest) ?? []),
  /** Every phone in a cell. */
  phones: (column: Key): string[] => {
    const value = filled(column)?.text;
    if (value === undefined) return [];
    const phones = phonesIn(value);
    if (phones.length === 0) fault(column, 'PHONE_INVALID');
    return phones;
  },
  phone: (column: Key): string | null => {
    const value = filled(column)?.text;
    if (value === undefined) return null;
    const [first, ...others] = phonesIn(value);
    if (others.length > 0) warn(column, 'PHONES_LEFT_OUT');
    return first ?? fault(column, 'PHONE_INVALID');
  },
});

/** Why names with a remark are refused. A mark is accepted, because many offices distinguish namesakes by one. */
function codeOfRemarks(people: readonly NamedPerson[], as: 'HEAD' | 'HELPER'): ErrorCode | null {
  const remarks = new Set(people.map(({ name }) => (holdsNumber(name) ? null : remarkIn(name))));
  if (remarks.has('END')) return 'ROW_IS_OVER';
  if (remarks.has('OTHER_PERSON')) return as === 'HELPER' ? 'HELPERS_UNCLEAR' : 'NAME_HAS_REMARK';
  return remarks.has('REMARK') ? 'NAME_HAS_REMARK' : null;
}

/** The numbers in a cell, if it holds nothing else; otherwise none. Blanks may be within a number or between two. */
function phonesIn(text: string): string[] {
  // Programs that took a phone number for an amount write 13800000001.0.
  const line = foldLine(text).replace(/^(\d{11})\.0+$/, '$1');
  const whole = normalisePhone(line);
  if (whole !== null) return [whole];
  for (const separator of [/[,;、/或]+/, /[,;、/或\s]+/]) {
    const phones = line.split(separator).map((part) => normalisePhone(part));
    const known = phones.flatMap((phone) => phone ?? []);
    if (known.length > 1 && known.length === phones.length) return known;
  }
  return [];
}
