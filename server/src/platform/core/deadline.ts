import { Extensions } from 'type-graphql';
import { AppError } from './errors.ts';

/** When a request must have its answer. What has not been committed by then is rolled back. */
export interface Deadline {
  /** Extends the limit for an operation that declares a longer time; never shortens it. */
  extend(milliseconds: number): void;
  /** Of the statements of a transaction, where they may take longer than usual. */
  readonly statementMs: number | null;
  /** Refuses with TIMED_OUT once the time is over; before that, nothing ends the request until `release`. */
  hold(): void;
  release(): void;
  /** The answer, or TIMED_OUT if it does not come in time. */
  race<T>(answer: Promise<T>): Promise<T>;
}

export const timedOut = () => new AppError('TIMED_OUT');

/** Says of a mutation that it takes longer than others. */
export const TakesUpTo = (seconds: number) => Extensions({ seconds });

const commitPollMs = 50;

export function startDeadline(milliseconds: number): Deadline {
  const begun = performance.now();
  let limit = milliseconds;
  let statementMs: number | null = null;
  let held = 0;
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    const check = () => {
      const left = limit - (performance.now() - begun);
      if (left > 0) timer = setTimeout(check, left + 1);
      else if (held > 0) timer = setTimeout(check, commitPollMs);
      else {
        over = true;
        reject(timedOut());
      }
    };
    if (Number.isFinite(milliseconds)) timer = setTimeout(check, milliseconds);
  });
  expired.catch(() => undefined);
  return {
    get statementMs() {
      return statementMs;
    },
    extend(more) {
      if (more <= limit) return;
      limit = more;
      statementMs = more;
    },
    hold() {
      if (over) throw timedOut();
      held += 1;
    },
    release() {
      held -= 1;
    },
    async race(answer) {
      // A result after the deadline is ignored.
      answer.catch(() => undefined);
      return Promise.race([answer, expired]).finally(() => clearTimeout(timer));
    },
  };
}
