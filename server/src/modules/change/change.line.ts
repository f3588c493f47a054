import type { ChangeKind, ChangeType } from '#schema/codes/change.codes.ts';

/** A line as the statement returns it. */
export interface ChangeLine {
  readonly county_code: string;
  readonly xid: number;
  readonly ordinal: number;
  readonly entity: ChangeType;
  readonly record_id: string | null;
  readonly kind: ChangeKind;
  readonly place_before: string | null;
  readonly place_after: string | null;
  readonly for_cadre_id: string | null;
  readonly parts: string | null;
  readonly at: string;
  /** Whether the household was paired with one of the viewer's own cadres when the line was written. */
  readonly helped: boolean;
}
export type FeedPosition = Pick<ChangeLine, 'xid' | 'ordinal' | 'record_id' | 'at'>;
