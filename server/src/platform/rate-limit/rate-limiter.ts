import { type Admission, type AdmissionLimits, createAdmission } from './admission.ts';

/** Points a minute, where nothing else is said. */
export interface RateLimits {
  readonly tokenPoints: number;
  readonly userPoints: number;
  /** For each millisecond an operation takes longer than its price allows for; usualMillisecond where absent. */
  readonly millisecondPoints?: number;
  readonly admission?: AdmissionLimits;
  /** Searches by a whole number of a person, an hour; four times as many a day. */
  readonly numberSearches?: number;
  /** Longest delay of a refusal over budget, in milliseconds; default 2,000. */
  readonly longestPause?: number;
}

/**
 * A page of 20 households with what a list shows costs some 600, and the database some two thirds of a millisecond.
 * With these budgets one account keeps the server busy for some three seconds of a minute, whatever it thinks of to
 * ask.
 */
export const usualRateLimits: RateLimits = { tokenPoints: 150_000, userPoints: 300_000 };

/**
 * Much less than what usual operations cost by the millisecond, since time that passes is not all work: where others
 * are busy, or a long list is being read, an ordinary desk waits for seconds. Fifteen of them in a minute are too many.
 */
export const usualMillisecond = 20;

/** Enough for staff who look up one person after the other; guessing numbers takes many times as many. */
export const usualNumberSearches = 30;
export const numberSearchRange = { min: 1, max: 1_000_000_000 } as const;

/** Permitted settings; less would not pay for one expensive operation. */
export const rateLimitRange = { min: 10_000, max: 100_000_000 } as const;

/** This process's share of one caller's budget. */
export interface CallerBudget {
  /** Start of the minute the points are good for, in milliseconds; they lapse with it. */
  windowAt: number;
  /** Leased and not spent. */
  left: number;
  /** Points left in the shared budget at the last lease; null before the first. */
  rest: number | null;
  /** The pending lease, which other operations of the caller wait for. */
  leasing: Promise<void> | null;
  /** Refused in this minute, and those of them still being held up. */
  refused: number;
  held: number;
  /** Whether usage was written since the minute began. */
  noted: boolean;
}

export interface Usage {
  operations: number;
  points: number;
  refusals: number;
}

/** The memory of one process about who spends how much. */
export interface RateLimiter {
  readonly isDatabaseDown: () => boolean;
  readonly settings: RateLimits;
  readonly admission: Admission;
  /** By caller. */
  readonly callerBudgets: Map<string, CallerBudget>;
  /** By token and day: counted and not yet written. */
  readonly unsaved: Map<string, Usage>;
}

export const createRateLimiter = (
  settings: RateLimits = usualRateLimits,
  isDatabaseDown = () => false,
): RateLimiter => ({
  isDatabaseDown,
  settings,
  admission: createAdmission(settings.admission),
  callerBudgets: new Map(),
  unsaved: new Map(),
});
