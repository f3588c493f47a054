/** Time in milliseconds until which a code entered then counts as recent. */
export const goodUntil = (shownAt: string, minutes: number): number => Date.parse(shownAt) + minutes * 60_000;
