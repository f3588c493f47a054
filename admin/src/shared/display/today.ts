/** Today in the county's time, as the API writes days. For looks and defaults only: what is due, the server says. */
export const todayInCounty = (): string => dayInCounty(new Date().toISOString());

/** The day of an instant there. */
export const dayInCounty = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));

/** The day so many days after another. */
export function daysFrom(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
