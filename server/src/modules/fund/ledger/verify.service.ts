import type { Context } from '#platform/core/context.ts';
import { type LedgerCheck, type LedgerFault, ledgerChecks } from './verify.queries.ts';

export interface LedgerReport {
  readonly check: LedgerCheck;
  /** The rows that break it, at most a hundred. */
  readonly faults: readonly LedgerFault[];
}

/** Recomputes every balance from the entries and compares; null: of all counties. */
export async function verifyLedger(ctx: Context, county: string | null): Promise<LedgerReport[]> {
  const reports: LedgerReport[] = [];
  for (const { check, find } of ledgerChecks) reports.push({ check, faults: await find(ctx.db, { county }) });
  return reports;
}
