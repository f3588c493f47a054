/** Built-in formats that every spreadsheet program shows as a day, by number; 27–36 and 50–58 in Chinese Excel. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  // Quoted words, escaped characters and [colours], [$-804] do not count.
  const bare = code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '').toLowerCase();
  if (/general|standard|通用格式/.test(bare)) return false;
  if (/[yd]|年|月|日/.test(bare)) return true;
  return bare.includes('m') && !/[hs0#?]/.test(bare);
}

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** The moment that a date serial shows, to the second; undefined where it shows none. */
export function serialToDate(serial: number, is1904: boolean): { date: string; time: string } | undefined {
  // Serial 60 is 29 February 1900, which did not exist; the days before it are off by one.
  if (!(serial >= (is1904 ? 0 : 1)) || serial > 2_958_465 || (!is1904 && Math.floor(serial) === 60))
    return undefined;
  const days = !is1904 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(days * 86_400);
  const iso = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + seconds * 1000).toISOString();
  return { date: iso.slice(0, 10), time: seconds % 86_400 === 0 ? '' : iso.slice(11, 19) };
}

/** Whole days only: YYYY-MM-DD → serial of the 1900 system. */
export function dateToSerial(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - EPOCH_1900) / DAY_MS;
}
