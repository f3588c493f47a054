/**
 * Today in the county's time zone, as the API writes days. Only for display and defaults: what is due is decided by the
 * server.
 */
export const todayInCounty = (): string => dayInCounty(new Date().toISOString());

/** The day of an instant in that time zone. */
export const dayInCounty = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));

/** The day that is so many days after another. */
export function daysFrom(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
