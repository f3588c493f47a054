/** Does one job. What it is told to stop at is checked between its steps: the rest is taken up at the next start. */
export type JobHandler = (data: Readonly<Record<string, string>>, stopping: AbortSignal) => Promise<void>;

export interface JobSet {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /**
   * Hands in what is under way and on no queue: a database that was killed, or brought back from a copy, may have kept
   * the one and not the other. Called at each start and once a minute.
   */
  readonly resume?: () => Promise<void>;
  /** How many jobs of a queue may be done at once; one where nothing is said. */
  readonly workers?: Readonly<Record<string, number>>;
  /** Comes back when nothing goes on any more that jobs began and did not wait for. */
  readonly settle?: () => Promise<void>;
  /** Told of a job that is not tried again, so that a person can see it and start anew; by name of its queue. */
  readonly givenUp?: Readonly<Record<string, (data: Readonly<Record<string, string>>) => Promise<void>>>;
}

/** Where pg-boss puts what is not tried again; each is made with its queue by a migration. */
const queueOfGivenUp = (queue: string): string => `${queue}-given-up`;

/** Its schedule hands in, once a minute, what is under way and on no queue. */
export const resumeQueue = 'resume';
const everyMinute = '* * * * *';

/** When a queue gets a job without being asked, by its name: `minute hour day month weekday` in Asia/Shanghai. */
export type Schedules = Readonly<Record<string, string>>;

export interface WholeJobSet {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly workers: Readonly<Record<string, number>>;
  readonly schedules: Schedules;
  resume(): Promise<void>;
  settle(): Promise<void>;
}

/** The jobs of several modules on one queue, and what is to be done by the clock. */
export function allJobs(sets: readonly JobSet[], schedules: Schedules = {}): WholeJobSet {
  const handlers = [
    ...sets.flatMap((set) => Object.entries(set.handlers)),
    ...sets.flatMap(({ givenUp = {} }) =>
      Object.entries(givenUp).map(([queue, handler]): [string, JobHandler] => [
        queueOfGivenUp(queue),
        handler,
      ]),
    ),
  ];
  const double = handlers.find(([name], at) => handlers.findIndex((other) => other[0] === name) !== at);
  if (double) throw new Error(`two handlers of the queue ${double[0]}`);
  const all = Object.fromEntries(handlers);
  const unknown = Object.keys(schedules).find((name) => !(name in all));
  if (unknown) throw new Error(`a schedule for the queue ${unknown}, which nobody handles`);
  return {
    handlers: all,
    workers: Object.assign({}, ...sets.map((set) => set.workers)),
    schedules: { ...schedules, [resumeQueue]: everyMinute },
    resume: async () => {
      for (const set of sets) await set.resume?.();
    },
    settle: async () => {
      for (const set of sets) await set.settle?.();
    },
  };
}
