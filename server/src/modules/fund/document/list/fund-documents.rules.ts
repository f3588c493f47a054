import { type CellReader, cellReader } from '#modules/imports/cells/cells.rules.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import type { Setting } from '#modules/imports/staging/stage.ts';
import { type MoneyUnit, unitIn, unitOfHeading } from '#platform/sheet/money.ts';
import type { RowValues } from '#platform/sheet/table/read-table.ts';
import { FundLevel } from '#schema/codes/money/document.codes.ts';
import { documentNumberOf, yearOfNumber } from '#schema/fund/document-number.ts';
import { halfWidth, withoutBlanks } from '#schema/text.ts';
import { type DaysOfDocument, faultsOfDays, isEarlyDoubtful } from '../document-days.rules.ts';
import type { FundDocumentKey } from './fund-documents.columns.ts';
import { type LevelAmount, levelsIn } from './levels-in-cells.rules.ts';

/** What a row says of its document. */
export interface DocumentOfRow extends DaysOfDocument {
  readonly documentNumber: string;
  readonly title: string | null;
}

/** One valid row of a list: a line of a document, or one for each level that it names. */
export interface FundRow extends DocumentOfRow {
  readonly number: number;
  readonly lines: readonly LevelAmount[];
  readonly task: string | null;
  readonly isDirect: boolean;
  readonly projectCode: string | null;
  readonly functionCode: string | null;
  readonly economicCode: string | null;
  /** Fen that the list says are allocated, disbursed and paid; null where it says nothing. */
  readonly allocated: bigint | null;
  readonly disbursed: bigint | null;
  readonly paid: bigint | null;
  readonly note: string | null;
}

export interface FundMemo {
  readonly cell: CellReader<FundDocumentKey>;
  /** The document of each number, as its first row says. */
  readonly documents: Map<string, DocumentOfRow>;
  readonly rows: Set<string>;
  /** The document of the row above. */
  above: string | null;
}

export const fundMemo = (): FundMemo => ({
  cell: cellReader(),
  documents: new Map(),
  rows: new Set(),
  above: null,
});

type ReadFundRow =
  | { readonly row: FundRow; readonly faults: null }
  | { readonly row: null; readonly faults: readonly Fault[] };

const STATED = ['allocated', 'disbursed', 'paid'] as const;
const OF_DOCUMENT = ['title', 'issuedOn', 'receivedOn', 'budgetYear'] as const;

export function readFundRow(
  { number, values }: RowValues<FundDocumentKey>,
  memo: FundMemo,
  setting: Setting,
): ReadFundRow {
  const { cell } = memo;
  cell.open(values, setting);
  const unitOf = (column: FundDocumentKey) => unitAbove(setting.wordsAbove(number, column));
  const document = readDocument(memo, values, setting.today);
  const lines = readLines(cell, values, unitOf('amount'));
  const [allocated = null, disbursed = null, paid = null] = STATED.map(
    (column) => cell.money(column, unitOf(column))?.fen ?? null,
  );
  const facts = {
    task: cell.text('task', 100),
    isDirect: readMark(cell, values, 'direct') ?? false,
    projectCode: cell.text('projectCode', 50),
    functionCode: subjectCode(cell, 'functionCode'),
    economicCode: subjectCode(cell, 'economicCode'),
    note: cell.prose('note', 500),
  };
  if (!document || !lines || cell.faults().length > 0) return { row: null, faults: cell.faults() };
  const conflict = conflictOf(memo.documents.get(document.documentNumber), document);
  if (conflict) return { row: null, faults: [{ column: conflict, code: 'CONFLICT_IN_FILE' }] };
  // What an earlier row said of the document holds for this one too.
  const whole = merged(memo.documents.get(document.documentNumber), document);
  const row = { number, ...whole, lines, ...facts, allocated, disbursed, paid };
  const key = JSON.stringify({ ...row, number: 0 }, (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  if (memo.rows.has(key)) return { row: null, faults: [{ column: 'number', code: 'DUPLICATE_IN_FILE' }] };
  memo.rows.add(key);
  memo.documents.set(document.documentNumber, whole);
  memo.above = document.documentNumber;
  warnOfStages(cell, row);
  if (isEarlyDoubtful(document)) cell.warn('early', 'EARLY_RELEASE_DOUBTFUL');
  return { row, faults: null };
}

/** The heading first, then the group above it, then the titles of the sheet: 单位：万元. */
function unitAbove([heading = '', group = '', ...titles]: readonly string[]): MoneyUnit | null {
  const stated = titles.map(unitIn).find((unit) => unit !== null);
  return unitOfHeading(heading) ?? unitOfHeading(group) ?? stated ?? null;
}

function readDocument(
  memo: FundMemo,
  values: RowValues<FundDocumentKey>['values'],
  today: string,
): DocumentOfRow | null {
  const { cell } = memo;
  const given = cell.text('number', 60);
  // Nothing of a document, though the row has money: it goes on with the document above, as where cells are left out.
  const isOfAbove = given === null && !OF_DOCUMENT.some((column) => cell.isFilled(column));
  const above =
    isOfAbove && !cell.isFilled('number') && memo.above ? memo.documents.get(memo.above) : undefined;
  if (above) {
    cell.warn('number', 'DOCUMENT_FROM_ABOVE');
    return above;
  }
  const text = cell.required('number', given);
  const title = cell.text('title', 200);
  const issuedOn = cell.day('issuedOn', today);
  const receivedOn = cell.day('receivedOn', today);
  const early = readMark(cell, values, 'early');
  const budgetYear = readYear(cell);
  const documentNumber = text === null ? '' : documentNumberOf(text);
  const known = memo.documents.get(documentNumber);
  const issuedIn = issuedOn ? Number(issuedOn.slice(0, 4)) : yearOfNumber(documentNumber);
  const year = budgetYear ?? known?.budgetYear ?? (issuedIn === null ? null : issuedIn + (early ? 1 : 0));
  if (text === null || cell.faults().length > 0) return null;
  if (year === null) {
    cell.fault('budgetYear', 'REQUIRED_MISSING');
    return null;
  }
  // Where a list has no such column, a document of the year before can only have been released early.
  const isEarly = early ?? known?.isEarly ?? (issuedOn !== null && Number(issuedOn.slice(0, 4)) === year - 1);
  const document = { documentNumber, title, issuedOn, receivedOn, budgetYear: year, isEarly };
  for (const { field, code } of faultsOfDays(document))
    cell.fault(field === 'isEarly' ? 'early' : field, code);
  return document;
}

function readYear(cell: CellReader<FundDocumentKey>): number | null {
  const text = cell.text('budgetYear', 20);
  if (text === null) return null;
  const [, year] = /^(20\d\d)(?:年度?|\.0+)?$/.exec(withoutBlanks(text)) ?? [];
  return year === undefined ? cell.fault('budgetYear', 'YEAR_INVALID') : Number(year);
}

/** What columns for a mark hold besides yes and no: 01中央直达资金, 提前下达, 非直达. */
const MARKS = {
  direct: {
    yes: /^(?:\d{2}[-、.]?)?(?:中央)?直达(?:资金)?$/u,
    no: /^(?:非|不是|不属于)(?:中央)?直达(?:资金)?$/u,
  },
  early: { yes: /^提前(?:下达|批)?$/u, no: /^(?:非提前(?:下达)?|正常下达|当年下达|年中下达|正常)$/u },
} as const;

function readMark(
  cell: CellReader<FundDocumentKey>,
  values: RowValues<FundDocumentKey>['values'],
  column: keyof typeof MARKS,
): boolean | null {
  const text = withoutBlanks(values[column]?.text ?? '');
  if (MARKS[column].yes.test(text)) return true;
  return MARKS[column].no.test(text) ? false : cell.yesNo(column);
}

/** 2130504 农村基础设施建设, or the code alone. */
function subjectCode(cell: CellReader<FundDocumentKey>, column: FundDocumentKey): string | null {
  const text = cell.text(column, 100);
  if (text === null) return null;
  const [, code] = /^(\d{3,9})(?!\d)/.exec(halfWidth(text)) ?? [];
  return code ?? cell.fault(column, 'SUBJECT_INVALID');
}

function readLines(
  cell: CellReader<FundDocumentKey>,
  values: RowValues<FundDocumentKey>['values'],
  unit: MoneyUnit | null,
): LevelAmount[] | null {
  const inLevel = levelsIn(values.level?.text ?? '', unit);
  const several = inLevel ?? levelsIn(values.amount?.text ?? '', unit);
  if (several) {
    const total = inLevel ? (cell.money('amount', unit)?.fen ?? null) : null;
    const sum = several.reduce((all, { fen }) => all + fen, 0n);
    if (total !== null && total !== sum) return cell.fault('amount', 'SUM_MISMATCH');
    if (several.some(({ fen }) => fen === 0n)) return cell.fault('amount', 'OUT_OF_RANGE');
    return several;
  }
  const level = cell.required('level', cell.code('level', FundLevel));
  const amount = cell.required('amount', cell.money('amount', unit));
  if (amount?.fen === 0n) return cell.fault('amount', 'OUT_OF_RANGE');
  return level && amount ? [{ level, ...amount }] : null;
}

/** The first column in which two rows say different things of one document. */
function conflictOf(known: DocumentOfRow | undefined, document: DocumentOfRow): FundDocumentKey | null {
  if (!known) return null;
  const differing = OF_DOCUMENT.find(
    (column) => known[column] !== null && document[column] !== null && known[column] !== document[column],
  );
  return differing ?? (known.isEarly === document.isEarly ? null : 'early');
}

const merged = (known: DocumentOfRow | undefined, document: DocumentOfRow): DocumentOfRow =>
  known
    ? {
        ...known,
        title: known.title ?? document.title,
        issuedOn: known.issuedOn ?? document.issuedOn,
        receivedOn: known.receivedOn ?? document.receivedOn,
      }
    : document;

/** No stage can exceed the one before; the figures are what the list says and are kept beside the books. */
function warnOfStages(cell: CellReader<FundDocumentKey>, row: FundRow): void {
  let most = row.lines.reduce((sum, { fen }) => sum + fen, 0n);
  if (most < 0n) return;
  for (const column of STATED) {
    const stated = row[column];
    if (stated === null) continue;
    if (stated > most) cell.warn(column, 'STAGE_EXCEEDS');
    most = stated;
  }
}
