import PgBoss from 'pg-boss';

/** The verbs of pg-boss on the connection of whoever calls: it is never started and has none of its own. */
export const client = new PgBoss({
  db: {
    executeSql: () => Promise.reject(new Error('this is done on the connection of the caller')),
  },
  migrate: false,
  supervise: false,
  schedule: false,
});
