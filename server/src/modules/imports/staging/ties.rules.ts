import type { CellReader } from '#modules/imports/cells/cells.rules.ts';
import { normaliseResidentId } from '#schema/person/resident-id.ts';
import type { Setting } from './stage.ts';
import type { Tie } from './ties.ts';

const columnsOfTie = ['headId', 'householdNumber', 'headName', 'headBirthOn'] as const;
type Reader = CellReader<(typeof columnsOfTie)[number]>;

/** A row that identifies no household: where the sheet has several columns that could, all of them are named. */
export function faultOfNoTie(cell: Reader, has: Setting['has']): null {
  if (!has('householdNumber') && !has('headBirthOn')) return cell.required('headId', null);
  // A faulty cell already has a fault of its own.
  if (cell.faults().some(({ column }) => columnsOfTie.some((one) => one === column))) return null;
  return cell.fault(columnsOfTie.find(has) ?? 'headName', 'HOUSEHOLD_NOT_TOLD');
}

/** How a row identifies its household. Here an invalid number only means an unknown household. */
export function readTie(cell: Reader, { has }: Setting, isPrecisionLost = false): Tie {
  const text = cell.text('headId', 40);
  if (text && isPrecisionLost) cell.fault('headId', 'ID_PRECISION_LOST');
  const householdNumber = cell.text('householdNumber', 50);
  const headName = cell.person('headName');
  const headBirthOn = cell.day('headBirthOn');
  const isIdentified =
    text !== null || householdNumber !== null || (headName !== null && headBirthOn !== null);
  if (!isIdentified) faultOfNoTie(cell, has);
  return { headId: text && normaliseResidentId(text), householdNumber, headName, headBirthOn };
}
