import type { DeclaredChange } from './declared-change.ts';
import { nullableFields } from './nullable-fields.ts';

/** Since the last release; emptied when the next one is cut. Callers read these in the release notes. */
export const declaredChanges: readonly DeclaredChange[] = [...nullableFields];
