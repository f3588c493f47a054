/**
 * How a stop spends its time, in milliseconds. It is promised to be over within ten seconds, whether or not the
 * database answers, and whoever supervises the process kills it then: so what each part may take is said here and
 * nowhere else.
 */
export const stopBudget = {
  /** After this the process leaves as it is; the rest of the ten seconds is for a machine that is busy. */
  whole: 9_000,
  /** Between readiness turning red and the end of listening, so that load balancers notice first. */
  notice: 1_000,
  /** For running requests and jobs; then connections are cut. The rest of the budget is for the database. */
  drain: 4_500,
  /** Of that, for jobs: one that will not end is left to the next start. */
  jobs: 3_500,
} as const;
