import { dayOfList } from '#platform/sheet/table/day-of-list.ts';

/** Marks the day of the list among the numbers in a title. */
const SPEAKS_OF_DAY = /截[至止]|统计|填报|填表|制表|时点|日期|时间|as of/i;

/**
 * The day in titles and names, if it is in the past: nobody entered the day of the list, and changes made since would
 * be overwritten. Null where there is no day, or none before today.
 */
export function listDayOf(titles: readonly string[], today: string): string | null {
  const spoken = titles.filter((title) => SPEAKS_OF_DAY.test(title));
  const days = (texts: readonly string[]) => texts.flatMap((text) => dayOfList(text) ?? []).sort();
  const day = days(spoken).at(-1) ?? days(titles).at(-1) ?? null;
  return day !== null && day < today ? day : null;
}
