import type { CellReader } from '#modules/imports/cells/cells.rules.ts';
import { placeOf, type RowValues } from '#platform/sheet/table/read-table.ts';
import { withoutBlanks } from '#schema/text.ts';
import type { PlaceFinder } from './places.rules.ts';

/** A value of the row above, and whether the sheet repeats it in each row: then a blank cell is blank, not "as above". */
interface Above {
  value: string | null;
  repeats: boolean;
}

/** The place of the rows above. */
export interface PlaceMemo {
  readonly township: Above;
  readonly village: Above;
  /** The sheet of the row above. */
  sheet: number;
}

export const placeMemo = (): PlaceMemo => ({
  township: { value: null, repeats: false },
  village: { value: null, repeats: false },
  sheet: 0,
});

type PlaceKey = 'township' | 'village';

/** The village of a row by its own cells and those above; null where it is unknown, with the cell at fault recorded. */
export function readPlace(
  cell: CellReader<PlaceKey>,
  { number, values }: RowValues<PlaceKey>,
  memo: PlaceMemo,
  findPlace: PlaceFinder,
): string | null {
  leaveSheet(memo, placeOf(number).part);
  const formerTownship = memo.township.value;
  const township = orAbove(memo.township, cell.text('township', 50), values.township?.merged);
  // Below another township the village above is another village.
  if (township !== formerTownship) memo.village.value = null;
  const village = orAbove(memo.village, cell.text('village', 50), values.village?.merged);
  if (village === null) return cell.fault('village', 'REQUIRED_MISSING');
  const place = findPlace(township === null ? null : withoutBlanks(township), withoutBlanks(village));
  return place.ok ? place.code : cell.fault(place.column, place.code);
}

/**
 * The village in a row that identifies its household otherwise, with which it must agree. A row may leave it open: by a
 * blank cell, or by a name of several villages.
 */
export function readNamedPlace(cell: CellReader<PlaceKey>, findPlace: PlaceFinder): string | null {
  const township = cell.text('township', 50);
  const village = cell.text('village', 50);
  if (village === null) return null;
  const place = findPlace(township === null ? null : withoutBlanks(township), withoutBlanks(village));
  if (place.ok) return place.code;
  return place.code === 'VILLAGE_AMBIGUOUS' ? null : cell.fault(place.column, place.code);
}

/** The first row of a sheet has no row above. */
function leaveSheet(memo: PlaceMemo, sheet: number): void {
  if (sheet === memo.sheet) return;
  memo.sheet = sheet;
  for (const above of [memo.township, memo.village]) Object.assign(above, { value: null, repeats: false });
}

/** Merged cells are filled in by the reader of the file, so a sheet that has them leaves no cell blank for "as above". */
function orAbove(above: Above, given: string | null, isMerged = false): string | null {
  if (isMerged || (given !== null && given === above.value)) above.repeats = true;
  if (given !== null) above.value = given;
  return given ?? (above.repeats ? null : above.value);
}
