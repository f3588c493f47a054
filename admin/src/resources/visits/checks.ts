import { type ChecklistAnswer, ChecklistItem } from '#schema/codes/help/visit.codes.ts';

export interface Check {
  item: ChecklistItem;
  answer?: ChecklistAnswer | null;
  note?: string | null;
}

/** A line for each thing to look at, answered or not: what a form shows of a checklist. */
export function formChecks(checklist: readonly Check[]): Check[] {
  return ChecklistItem.keys.map(
    (item) => checklist.find((check) => check.item === item) ?? { item, answer: null, note: null },
  );
}

export const allMet = (): Check[] => ChecklistItem.keys.map((item) => ({ item, answer: 'OK', note: null }));

/** Only what was answered is told of. */
export function checklistOf(checks: readonly Check[]) {
  return checks.flatMap(({ item, answer, note }) => (answer ? [{ item, answer, note: note || null }] : []));
}
