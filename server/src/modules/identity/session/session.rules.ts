const minute = 60_000;
const idleLimit = 30 * minute;
const absoluteLimit = 12 * 60 * minute;

interface Times {
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** Half an hour without a request ends a session, and twelve hours end any. */
export function isRunning({ createdAt, lastSeenAt }: Times, now: Date): boolean {
  const at = now.getTime();
  return at - Date.parse(lastSeenAt) < idleLimit && at - Date.parse(createdAt) < absoluteLimit;
}

/** The last use is recorded at most once a minute, so that most reads write nothing. */
export const isNoteworthy = (lastAt: string | null, now: Date): boolean =>
  lastAt === null || now.getTime() - Date.parse(lastAt) >= minute;

/** The first moment after a day in Asia/Shanghai, which has no daylight saving time. */
export const endOfDay = (dayAfter: string): string => new Date(`${dayAfter}T00:00:00+08:00`).toISOString();
