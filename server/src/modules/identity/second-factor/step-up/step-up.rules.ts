/** Milliseconds until which a code that was shown then counts as just shown. */
export const goodUntil = (shownAt: string, minutes: number): number => Date.parse(shownAt) + minutes * 60_000;
