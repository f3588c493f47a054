import chineseDays from 'chinese-days';

/**
 * The working day that comes so many after a day, by the holidays and exchanged weekends of the State Council; years not
 * announced yet go by weekends alone.
 */
export const addWorkingDays = (day: string, count: number): string => chineseDays.findWorkday(count, day);
