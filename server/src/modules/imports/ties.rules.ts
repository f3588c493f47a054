import { normaliseResidentId } from '#schema/person/resident-id.ts';
import type { CellReader } from './cells.rules.ts';
import type { Tie } from './ties.ts';

/**
 * What a row says of the household it belongs to. Only whom it points at matters here: a wrong number is an unknown
 * household.
 */
export function readTie(
  cell: CellReader<'headId' | 'householdNumber' | 'headName' | 'headBirthOn'>,
  isPrecisionLost = false,
): Tie {
  const text = cell.text('headId', 40);
  if (text && isPrecisionLost) cell.fault('headId', 'ID_PRECISION_LOST');
  const householdNumber = cell.text('householdNumber', 50);
  const headName = cell.person('headName');
  const headBirthOn = cell.day('headBirthOn');
  const isTold = text !== null || householdNumber !== null || (headName !== null && headBirthOn !== null);
  if (!isTold) cell.required('headId', null);
  return { headId: text && normaliseResidentId(text), householdNumber, headName, headBirthOn };
}
