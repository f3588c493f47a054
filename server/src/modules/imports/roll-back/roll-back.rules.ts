import type { RecordEvent } from '#modules/imports/staging/since.rules.ts';

/** Actions that undo another one, with the condition on that action. */
const takesBack: Readonly<Record<string, (action: string) => boolean>> = {
  rollBackImport: (action) => action.startsWith('import'),
  // What a transfer, by hand or by list, did to the pairing that it ended.
  undoTransfer: (action) => action === 'endPairing' || action.startsWith('import'),
};

/**
 * Whether a record has the content that an action left under this version: all later changes were undone, though each
 * raised the version. `events` are those of the audit trail in the order of time.
 */
export function isAsLeft(events: readonly RecordEvent[], version: number): boolean {
  const open: ((action: string) => boolean)[] = [];
  for (const { action, after } of [...events].reverse()) {
    const undone = takesBack[action];
    if (undone) {
      open.push(undone);
      continue;
    }
    const wanted = open.pop();
    if (!wanted) return JSON.parse(after ?? '{}').version === version;
    if (!wanted(action)) return false;
  }
  return false;
}

/**
 * Whether everything that an action did to a record under these versions was undone since, by the audit trail in the
 * order of time. Later changes then no longer depend on that action.
 */
export function isTakenBack(events: readonly RecordEvent[], versions: readonly number[]): boolean {
  const standing: RecordEvent[] = [];
  const gone: number[] = [];
  for (const event of events) {
    const undone = takesBack[event.action];
    const last = undone && standing.at(-1);
    if (!undone) standing.push(event);
    else if (last && undone(last.action)) {
      standing.pop();
      gone.push(JSON.parse(last.after ?? '{}').version);
    }
  }
  return versions.length > 0 && versions.every((version) => gone.includes(version));
}
