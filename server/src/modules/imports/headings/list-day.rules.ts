import { dayOfList } from '#platform/sheet/table/day-of-list.ts';

/** Says more than any other number in a title of which day a list speaks. */
const SPEAKS_OF_DAY = /截[至止]|统计|填报|填表|制表|时点|日期|时间|as of/i;

/**
 * The day that titles and names give a list, if it has gone by: nobody said of which day the list speaks, and what was
 * changed since would be set back by it. Null where they speak of no day, or of none before today.
 */
export function listDayOf(titles: readonly string[], today: string): string | null {
  const spoken = titles.filter((title) => SPEAKS_OF_DAY.test(title));
  const days = (texts: readonly string[]) => texts.flatMap((text) => dayOfList(text) ?? []).sort();
  const day = days(spoken).at(-1) ?? days(titles).at(-1) ?? null;
  return day !== null && day < today ? day : null;
}
