import { type RowOutcome, rejected } from '#modules/imports/batch/outcome.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import type { ValueChange } from '#modules/imports/cells/value-changes.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { updateMany } from '#platform/write/many.ts';
import { insertAll } from '#platform/write/write.ts';
import { yuanOf } from '#schema/scalars.ts';
import { fundEntity } from '../../fund/fund.entity.ts';
import { fundDocumentEntity } from '../document.entity.ts';
import { availableFrom } from '../document-days.rules.ts';
import { fundLineEntity } from '../line.entity.ts';
import { belongsInBooks, postLine } from '../posting.service.ts';
import type { FundRow } from './fund-documents.rules.ts';
import type { FundChanges, FundIndex, KnownDocument, KnownFund, KnownLine } from './fund-index.ts';
import { noteLine } from './fund-index.ts';
import type { LevelAmount } from './levels-in-cells.rules.ts';
import { matchLine } from './match-lines.rules.ts';
import { newLine } from './new-line.ts';
import { isUnitDoubtful } from './units.rules.ts';

const action = 'importFundDocuments';

/** What one level of a row comes to. */
type Decided =
  | { readonly fault: Fault }
  | { readonly made: KnownLine; readonly warnings: readonly Fault[] }
  | { readonly met: KnownLine };

export function decideFundRow(
  ctx: Context,
  index: FundIndex,
  changes: FundChanges,
  row: FundRow,
  bounds: Bounds,
): RowOutcome {
  const refuse = (column: string, code: Fault['code']) => rejected(row.number, [{ column, code }]);
  if (!bounds.covers(index.countyCode)) return refuse('number', 'OUTSIDE_SCOPE');
  const ofYear = index.funds.get(row.budgetYear) ?? [];
  const [open, ...others] = ofYear.filter(({ status }) => status === 'OPEN');
  if (others.length > 0) return refuse('budgetYear', 'FUND_UNCLEAR');
  if (!open && ofYear.length > 0) return refuse('budgetYear', 'FUND_CLOSED');
  const known = index.documents.get(row.documentNumber);
  const differing = known && differenceOf(known, row);
  if (differing) return refuse(differing, 'DOCUMENT_DIFFERS');
  const fund = open ?? fundFor(row.budgetYear);
  const document = known ?? documentFor(ctx, index.countyCode, row);
  const met = new Set(index.met);
  const decided = row.lines.map((amount): Decided => {
    const matched = matchLine(index, row, amount, met);
    if ('fault' in matched) return matched;
    if (matched.line) {
      met.add(matched.line.id);
      return { met: matched.line };
    }
    return decideNew(ctx, index, { row, amount, document, fund, today: bounds.today });
  });
  const faults = decided.flatMap((one) => ('fault' in one ? [one.fault] : []));
  if (faults.length > 0) return rejected(row.number, faults);
  if (!open) {
    index.funds.set(row.budgetYear, [fund]);
    changes.funds.push(fund);
  }
  if (!known) {
    index.documents.set(document.number, document);
    changes.documents.push(document);
  }
  return settled(index, changes, { row, document }, decided);
}

/** Notes what was decided, for the rows to come and for the database. */
function settled(
  index: FundIndex,
  changes: FundChanges,
  { row, document }: Pick<NewLineOf, 'row' | 'document'>,
  decided: readonly Decided[],
): RowOutcome {
  const warnings: Fault[] = [];
  const changed: ValueChange[] = [];
  let isNew = false;
  for (const one of decided) {
    if ('made' in one) {
      isNew = true;
      warnings.push(...one.warnings);
      changes.lines.push({ line: one.made, document });
      noteLine(index, one.made);
      index.met.add(one.made.id);
      noteMoney(index, one.made);
    } else if ('met' in one) {
      index.met.add(one.met.id);
      if (one.met.reissue === 'ASKED') warnings.push({ column: 'number', code: 'POSSIBLE_REISSUE' });
      changed.push(...restate(changes, row, one.met));
    }
  }
  const isSeveral = row.lines.length > 1;
  if (isSeveral && [row.allocated, row.disbursed, row.paid].some((fen) => fen !== null))
    warnings.push({ column: 'allocated', code: 'STATED_NOT_SPLIT' });
  const sums: Record<string, bigint> = {};
  for (const { level, fen } of row.lines) sums[level] = (sums[level] ?? 0n) + fen;
  const result = isNew ? 'CREATED' : changed.length > 0 ? 'UPDATED' : 'UNCHANGED';
  return { number: row.number, result, faults: [], written: [], changes: changed, warnings, sums };
}

const STATED = {
  allocated: 'statedAllocated',
  disbursed: 'statedDisbursed',
  paid: 'statedPaid',
} as const;

/** The figures that a later list states of a line on record: they alone may change. */
function restate(changes: FundChanges, row: FundRow, line: KnownLine): ValueChange[] {
  if (row.lines.length > 1) return [];
  const columns = ['allocated', 'disbursed', 'paid'] as const;
  const differing = columns.filter((column) => row[column] !== null && row[column] !== line[STATED[column]]);
  if (differing.length === 0) return [];
  const shown = (fen: bigint | null) => (fen === null ? null : yuanOf(fen));
  const told = differing.map((column) => ({
    column,
    before: shown(line[STATED[column]]),
    after: shown(row[column]),
  }));
  const after = {
    statedAllocated: row.allocated ?? line.statedAllocated,
    statedDisbursed: row.disbursed ?? line.statedDisbursed,
    statedPaid: row.paid ?? line.statedPaid,
  };
  changes.stated.push({ before: { ...line }, after });
  Object.assign(line, after);
  return told;
}

interface NewLineOf {
  readonly row: FundRow;
  readonly amount: LevelAmount;
  readonly document: KnownDocument;
  readonly fund: KnownFund;
  readonly today: string;
}

function decideNew(ctx: Context, index: FundIndex, of: NewLineOf): Decided {
  const { row, amount, document, today } = of;
  if (!amount.saysUnit && isUnitDoubtful(amount.fen, index.typical, row.allocated))
    return { fault: { column: 'amount', code: 'UNIT_DOUBTFUL' } };
  const { line, warnings } = newLine(ctx, index, of);
  if (!belongsInBooks(line, document, today)) return { made: line, warnings };
  const day = availableFrom(document, today);
  if (index.closedThrough !== null && day <= index.closedThrough)
    return { fault: { column: row.receivedOn ? 'receivedOn' : 'issuedOn', code: 'PERIOD_CLOSED' } };
  const left = line.reducesId ? (index.unallocated.get(line.reducesId) ?? 0n) : null;
  if (left !== null && left < -line.amount) return { fault: { column: 'amount', code: 'FUND_INSUFFICIENT' } };
  return { made: line, warnings };
}

function noteMoney(index: FundIndex, { id, amount, reducesId, reissue }: KnownLine): void {
  if (reissue) return;
  const of = reducesId ?? id;
  if (amount > 0n || reducesId) index.unallocated.set(of, (index.unallocated.get(of) ?? 0n) + amount);
}

/** The first column in which a row differs from the document on record. */
function differenceOf(known: KnownDocument, row: FundRow): string | null {
  if (row.title && known.title && known.title !== row.title) return 'title';
  if (row.budgetYear !== known.budgetYear) return 'budgetYear';
  for (const column of ['issuedOn', 'receivedOn'] as const)
    if (row[column] && known[column] && row[column] !== known[column]) return column;
  return row.isEarly === known.isEarly ? null : 'early';
}

const fundFor = (fiscalYear: number): KnownFund => ({
  id: newId(),
  status: 'OPEN',
  fiscalYear,
  name: `${fiscalYear}年财政帮扶资金`,
});

const documentFor = (ctx: Context, countyCode: string, row: FundRow): KnownDocument => ({
  ...{ countyCode, id: newId(), kind: 'INDICATOR', number: row.documentNumber, title: row.title ?? '' },
  ...{ issuedOn: row.issuedOn, receivedOn: row.receivedOn, budgetYear: row.budgetYear, isEarly: row.isEarly },
  recordedAt: ctx.clock.now().toISOString(),
  recordedBy: ctx.viewer?.userId ?? null,
});

export async function writeFundRows(
  work: WorkContext,
  countyCode: string,
  changes: FundChanges,
): Promise<void> {
  const createdAt = work.clock.now().toISOString();
  const funds = changes.funds.map((one) => ({ ...one, countyCode, kind: 'LINKAGE', createdAt }));
  await insertAll(work, fundEntity, funds, { action });
  await insertAll(work, fundDocumentEntity, changes.documents, { action });
  const lines = [];
  for (const { line, document } of changes.lines) {
    const { documentNumber: _, ...row } = line;
    lines.push({ ...row, transferId: await postLine(work, line, document, { action }) });
  }
  await insertAll(work, fundLineEntity, lines, { action });
  const stated = changes.stated.map(({ before, after }) => {
    const { documentNumber: _, ...row } = before;
    return { id: row.id, before: row, after: { ...after, id: row.id } };
  });
  await updateMany(work, fundLineEntity, countyCode, stated, { action });
}
