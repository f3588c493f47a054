import type { RecordEvent } from './since.rules.ts';

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
