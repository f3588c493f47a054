/** How many operations may run at once; what comes on top waits its turn. */
export interface AdmissionLimits {
  readonly perCaller: number;
  /** Of the dear ones, such as a county's board: as many of one person, and of all people together. */
  readonly dearPerCaller: number;
  readonly dearInAll: number;
  /** Limit of one caller; more at once are refused, and so are requests that have waited too long. */
  readonly waitingPerCaller: number;
  readonly waitingMs: number;
}

/** A browser has some six requests under way; one dear operation leaves the second processor to everybody else. */
export const usualAdmission: AdmissionLimits = {
  perCaller: 16,
  dearPerCaller: 1,
  dearInAll: 3,
  waitingPerCaller: 200,
  waitingMs: 5_000,
};

/**
 * Admission control of one process: whoever sends much at once waits behind their own requests and not in front of
 * others'. A person and their tokens are one caller.
 */
export interface Admission {
  /** Resolves when the operation may run, to what must be called at its end; null where too many wait, or too long. */
  admit(callerId: string, isDear: boolean): Promise<(() => void) | null>;
}

interface Caller {
  running: number;
  dear: number;
  /** In the order in which they came; dear ones are passed over while none of them may run. */
  readonly waiting: Waiting[];
}

interface Waiting {
  readonly isDear: boolean;
  readonly start: () => void;
}

export function createAdmission(limits: AdmissionLimits = usualAdmission): Admission {
  const callers = new Map<string, Caller>();
  let dear = 0;

  const callerOf = (id: string): Caller => {
    const known = callers.get(id) ?? { running: 0, dear: 0, waiting: [] };
    callers.set(id, known);
    return known;
  };
  const mayRun = (caller: Caller, isDear: boolean): boolean =>
    caller.running < limits.perCaller &&
    (!isDear || (caller.dear < limits.dearPerCaller && dear < limits.dearInAll));
  const count = (caller: Caller, isDear: boolean, by: 1 | -1): void => {
    caller.running += by;
    if (!isDear) return;
    caller.dear += by;
    dear += by;
  };
  const startWaiting = (caller: Caller): void => {
    for (;;) {
      const at = caller.waiting.findIndex(({ isDear }) => mayRun(caller, isDear));
      const [next] = at < 0 ? [] : caller.waiting.splice(at, 1);
      if (!next) return;
      count(caller, next.isDear, 1);
      next.start();
    }
  };
  const ender = (id: string, caller: Caller, isDear: boolean): (() => void) => {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      count(caller, isDear, -1);
      startWaiting(caller);
      // The end of an expensive operation may admit one of another caller; the longest waiting is first in the map.
      if (isDear) for (const other of callers.values()) startWaiting(other);
      if (caller.running === 0 && caller.waiting.length === 0) callers.delete(id);
    };
  };

  /** Whether its turn came in time. */
  const turn = (caller: Caller, isDear: boolean): Promise<boolean> =>
    new Promise((resolve) => {
      const waiting: Waiting = {
        isDear,
        start: () => {
          clearTimeout(timer);
          resolve(true);
        },
      };
      const timer = setTimeout(() => {
        caller.waiting.splice(caller.waiting.indexOf(waiting), 1);
        resolve(false);
      }, limits.waitingMs);
      caller.waiting.push(waiting);
    });

  return {
    async admit(id, isDear) {
      const caller = callerOf(id);
      if (mayRun(caller, isDear)) count(caller, isDear, 1);
      else if (caller.waiting.length >= limits.waitingPerCaller) return null;
      else if (!(await turn(caller, isDear))) return null;
      return ender(id, caller, isDear);
    },
  };
}
