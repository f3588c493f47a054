import { type ChecklistAnswer, ChecklistItem } from '#schema/codes/help/visit.codes.ts';

export interface Check {
  item: ChecklistItem;
  answer?: ChecklistAnswer | null;
  note?: string | null;
}

/** All items of the checklist, answered or not, as the form shows them. */
export function formChecks(checklist: readonly Check[]): Check[] {
  return ChecklistItem.keys.map(
    (item) => checklist.find((check) => check.item === item) ?? { item, answer: null, note: null },
  );
}

export const allMet = (): Check[] => ChecklistItem.keys.map((item) => ({ item, answer: 'OK', note: null }));

/** Only answered items are sent. */
export function checklistOf(checks: readonly Check[]) {
  return checks.flatMap(({ item, answer, note }) => (answer ? [{ item, answer, note: note || null }] : []));
}
