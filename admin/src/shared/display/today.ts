/** Today in the county's time, as the API writes days. For looks and defaults only: what is due, the server says. */
export const todayInCounty = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
