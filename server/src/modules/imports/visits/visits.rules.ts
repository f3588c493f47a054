import { type CellReader, cellReader } from '#modules/imports/cells/cells.rules.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { readNamedPlace } from '#modules/imports/staging/places-of-rows.rules.ts';
import type { Setting } from '#modules/imports/staging/stage.ts';
import { readTie } from '#modules/imports/staging/ties.rules.ts';
import type { RowValues } from '#platform/sheet/table/read-table.ts';
import {
  guessProblemKind,
  guessProblemStatus,
  ProblemKind,
  type ProblemStatus,
} from '#schema/codes/help/problem.codes.ts';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import type { VisitKey } from './visits.columns.ts';

export interface ProblemOfRow {
  readonly kind: ProblemKind;
  readonly description: string;
  readonly status: ProblemStatus;
  readonly handler: string | null;
  readonly outcome: string | null;
}

/** One valid row of a visit register. */
export interface VisitOfRow {
  readonly number: number;
  /** Identifies the household; see `Tie`. */
  readonly headId: string | null;
  readonly householdNumber: string | null;
  readonly headName: string | null;
  readonly headBirthOn: string | null;
  /** The village in the row. */
  readonly villageCode: string | null;
  readonly visitedOn: string;
  /** Null: the register has no such column. */
  readonly mode: VisitMode | null;
  readonly helperName: string;
  readonly helperPhone: string | null;
  readonly met: string | null;
  readonly findings: string | null;
  readonly request: string | null;
  readonly incomeNote: string | null;
  readonly nextVisitOn: string | null;
  readonly problem: ProblemOfRow | null;
}

export interface VisitMemo {
  readonly cell: CellReader<VisitKey>;
  readonly visits: Set<string>;
}
export const visitMemo = (): VisitMemo => ({ cell: cellReader(), visits: new Set() });

type ReadVisit =
  | { readonly row: VisitOfRow; readonly faults: null }
  | { readonly row: null; readonly faults: readonly Fault[] };

export function readVisitRow(
  { number, values }: RowValues<VisitKey>,
  memo: VisitMemo,
  setting: Setting,
): ReadVisit {
  const { findPlace } = setting;
  const { cell } = memo;
  cell.open(values, setting);
  const visitedOn = cell.required('visitedOn', cell.day('visitedOn'));
  const mode = cell.code('mode', VisitMode);
  const villageCode = readNamedPlace(cell, findPlace);
  const tie = readTie(cell, setting, values.headId?.precisionLost);
  const helperName = cell.required('helperName', cell.person('helperName'));
  const helperPhone = cell.phone('helperPhone');
  const met = cell.name('met', 50);
  const problem = readProblem(cell.telling('problem'), cell.prose('handling'));
  const prose = {
    findings: cell.prose('findings'),
    request: spoken(cell.prose('request')),
    incomeNote: cell.prose('incomeNote', 500),
  };
  const nextVisitOn = cell.day('nextVisitOn', null);
  if (!visitedOn || !helperName || cell.faults().length > 0) return { row: null, faults: cell.faults() };

  const key = [Object.values(tie), visitedOn, helperPhone ?? helperName].join('\n');
  if (memo.visits.has(key))
    return { row: null, faults: [{ column: 'visitedOn', code: 'DUPLICATE_IN_FILE' }] };
  memo.visits.add(key);
  return {
    row: {
      number,
      ...tie,
      villageCode,
      visitedOn,
      mode,
      helperName,
      helperPhone,
      met,
      ...prose,
      nextVisitOn,
      problem,
    },
    faults: null,
  };
}

/** A cell with 无 counts as blank. */
const spoken = (text: string | null): string | null =>
  text === null || ProblemKind.isBlank(text) ? null : text;

export function readProblem(text: string | null, note: string | null): ProblemOfRow | null {
  const description = spoken(text);
  if (description === null) return null;
  const handling = spoken(note);
  const status = guessProblemStatus(handling ?? '');
  const isClosed = status === 'SOLVED' || status === 'UNSOLVABLE';
  return {
    kind: guessProblemKind(description),
    description,
    status,
    handler: isClosed ? null : handling,
    outcome: isClosed ? handling : null,
  };
}
