/** Points a minute, where nothing else is said. */
export interface PaceSettings {
  readonly tokenPoints: number;
  readonly userPoints: number;
}

export const usualPace: PaceSettings = { tokenPoints: 10_000, userPoints: 60_000 };

/** What this process holds of one caller's budget. */
export interface Purse {
  /** Start of the minute the points are good for, in milliseconds; they lapse with it. */
  windowAt: number;
  /** Leased and not spent. */
  left: number;
  /** What the budget had for anybody when this process last leased; null before it did. */
  rest: number | null;
  /** The lease under way: whoever else needs points waits for it. */
  leasing: Promise<void> | null;
  /** Whether usage was written since the minute began. */
  noted: boolean;
}

export interface Usage {
  operations: number;
  points: number;
  refusals: number;
}

/** The memory of one process about who spends how much. */
export interface Pace {
  readonly settings: PaceSettings;
  /** By caller. */
  readonly purses: Map<string, Purse>;
  /** By token and day: counted and not yet written. */
  readonly unsaved: Map<string, Usage>;
}

export const createPace = (settings: PaceSettings = usualPace): Pace => ({
  settings,
  purses: new Map(),
  unsaved: new Map(),
});
