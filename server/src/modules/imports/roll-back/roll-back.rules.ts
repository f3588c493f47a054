import type { RecordEvent } from '#modules/imports/staging/since.rules.ts';

/** Acts that take another one back, and which. */
const takesBack: Readonly<Record<string, (action: string) => boolean>> = {
  rollBackImport: (action) => action.startsWith('import'),
  // What a transfer, by hand or by list, did to the pairing that it ended.
  undoTransfer: (action) => action === 'endPairing' || action.startsWith('import'),
};

/**
 * Whether a record is as an act left it under this version, by what the trail tells of it in the order of time: all that
 * was done to it since was taken back. The version has gone on all the same.
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
 * Whether all that an act did to a record under these versions was taken back since, by what the trail tells of it in the
 * order of time. Whatever was done to the record later on does not stand on that act any more.
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
