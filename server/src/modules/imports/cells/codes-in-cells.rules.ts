import { parseYesNo } from '#platform/sheet/normalise.ts';
import type { Cell } from '#platform/sheet/sheet-row.ts';
import type { CodeList } from '#schema/codes/define-codes.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { isBlankWord } from '#schema/codes/imports/blank-words.ts';
import { Sex } from '#schema/codes/people/person.codes.ts';

interface CellsOfRow<Key extends string> {
  /** The cell, even with a word for none, which may be a code of the list. */
  readonly readable: (column: Key) => Cell | null;
  readonly fault: (column: Key, code: ErrorCode) => null;
}

/** Reads the coded values in the cells of a row. */
export function codeReader<Key extends string>({ readable, fault }: CellsOfRow<Key>) {
  const code = <K extends string>(column: Key, list: CodeList<K>): K | null => {
    const value = readable(column)?.text;
    if (value === undefined) return null;
    return list.parse(value) ?? (list.isBlank(value) ? null : fault(column, 'CODE_UNKNOWN'));
  };
  return {
    code,
    codes: <K extends string>(column: Key, list: CodeList<K>): K[] | null => {
      const value = readable(column)?.text;
      if (value === undefined) return null;
      const { keys, unknown } = list.parseMany(value);
      if (unknown.length > 0) return fault(column, 'CODE_UNKNOWN');
      return keys.length > 0 ? keys : null;
    },
    /** 未知 counts as a blank cell: the value on record stays. */
    sex: (column: Key): Sex | null => {
      const sex = code(column, Sex);
      return sex === 'UNKNOWN' ? null : sex;
    },
    /** Here 无 means no. */
    yesNo: (column: Key): boolean | null => {
      const cell = readable(column);
      if (!cell) return null;
      const read = parseYesNo(cell);
      if (read.ok) return read.yes;
      return isBlankWord(cell.text) ? null : fault(column, read.code);
    },
  };
}
