import { residentIdCheckCharacter } from '#schema/person/resident-id.ts';

/** A person whose numbers an attacker would like to know. */
export interface Victim {
  readonly residentId: string;
  readonly phone: string;
}

const allOf = (pattern: RegExp, text: string): string[] => [...new Set(text.match(pattern) ?? [])];

/** Every identity number that fits the texts of one row: a place, a date and the four digits of the mask. */
function completions(text: string, everything: string): Set<string> {
  const places = [
    '130499',
    ...allOf(/(?<!\d)\d{6}(?!\d)/g, everything),
    ...allOf(/(?<!\d)\d{12}(?!\d)/g, everything).map((code) => code.slice(0, 6)),
  ];
  const dates = allOf(/(?<!\d)\d{4}-\d\d-\d\d/g, text).map((day) => day.replaceAll('-', ''));
  const beginnings = [
    ...dates.flatMap((date) => places.map((place) => place + date)),
    // Masks that show the place themselves.
    ...dates.flatMap((date) => allOf(/\d{6}(?=\*)/g, text).map((place) => place + date)),
  ];
  const ends = allOf(/(?<=\*)\d{3}[\dX](?!\w)/g, text);
  return new Set(
    beginnings
      .flatMap((beginning) => ends.map((end) => beginning + end))
      .filter((id) => residentIdCheckCharacter(id.slice(0, 17)) === id.at(-1)),
  );
}

/** Victims whose numbers are in the rows, or follow from them. */
export function broken(rows: readonly unknown[], victims: readonly Victim[]): Victim[] {
  const texts = rows.map((row) => JSON.stringify(row));
  const everything = texts.join('\n');
  const guessed = new Set(texts.flatMap((text) => [...completions(text, everything)]));
  return victims.filter(
    ({ residentId, phone }) =>
      everything.includes(residentId) || everything.includes(phone) || guessed.has(residentId),
  );
}

/** How many identity numbers fit a year, a place and the last digits: what is left to somebody who knows no more. */
export function fitting(year: number, residentId: string): number {
  const days = Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(year, 0, 1 + at)));
  return days
    .filter((day) => day.getUTCFullYear() === year)
    .map((day) => residentId.slice(0, 6) + day.toISOString().slice(0, 10).replaceAll('-', ''))
    .filter((start) => residentIdCheckCharacter(start + residentId.slice(14, 17)) === residentId.at(-1))
    .length;
}
