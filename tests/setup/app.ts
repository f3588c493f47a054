import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Clock, fixedClock } from '#platform/core/clock.ts';
import { type Connection, connect } from '#platform/database/database.ts';
import { type App, type AppDeps, createApp } from '#server/app.ts';
import { isCluster } from './cluster-nodes.ts';
import { cloneDatabase } from './database.ts';
import { masterKey } from './master-key.ts';
import { unlikeWritten, watchChanges } from './watch-changes.ts';

export { masterKey };

export interface Answer<T = Record<string, unknown>> {
  status: number;
  data: T | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; fields: Record<string, { code: string; zh: string; en: string }> };
  }[];
  headers: Record<string, unknown>;
}

/** The codes of the first refusal by the paths of its fields. */
export const faultsOf = (answer: Pick<Answer<unknown>, 'errors'>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answer.errors?.[0]?.extensions.fields ?? {}).map(([path, { code }]) => [path, code]),
  );

/** The whole server on a database of its own, for one test file. Its clock stands still until it is set. */
export interface TestApp {
  readonly app: App;
  /** The owner's connection, for arranging and for looking behind the API. */
  readonly owner: Connection;
  readonly clock: ReturnType<typeof fixedClock>;
  /** Address to serve with; a server made by a test signs in as this one does. */
  readonly url: string;
  readonly ownerUrl: string;
  /** Sends a document as whoever the session token belongs to; without one, as nobody. */
  send<T = Record<string, unknown>>(
    document: string,
    variables?: object,
    session?: string | null,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
}

/** What it takes to arrange things behind the API. */
export interface Arranging {
  readonly owner: Connection;
  readonly clock: Clock;
}

/** Midday in Asia/Shanghai in the middle of the fourth quarter of 2026. */
export const startOfTests = '2026-11-10T04:00:00Z';

/** The clock of tests stands still, and so would the minute that a budget is for. */
export const generousRateLimits = { tokenPoints: 1e9, userPoints: 1e9, numberSearches: 1e8 };

/** `more` is asked for before the server is made, such as for the built console. */
export function testApp(more: () => Promise<Partial<AppDeps>> = async () => ({})): TestApp {
  const holder: Partial<TestApp> & { clock: TestApp['clock'] } = { clock: fixedClock(startOfTests) };
  let cleanUp: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const database = await cloneDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), 'bangfu-files-'));
    const app = await createApp({
      databaseUrl: database.servingUrl,
      masterKey,
      dataDir,
      clock: holder.clock,
      rateLimits: generousRateLimits,
      logLevel: process.env.TEST_LOG ?? 'silent',
      ...(await more()),
    });
    const owner = connect(database.url, { max: 2, asOwner: true });
    // By triggers, which tables of a cluster do not have.
    if (!isCluster) await watchChanges(owner);
    Object.assign(holder, {
      app,
      owner,
      url: database.servingUrl,
      ownerUrl: database.url,
      send: sender(app),
    });
    cleanUp = async () => {
      await app.close();
      // Whatever a test has written is in the feed of changes.
      const faults = isCluster ? [] : await unlikeWritten(owner);
      await owner.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
      expect(faults).toEqual([]);
    };
  });
  afterAll(() => cleanUp());
  return holder as TestApp;
}

/** Refused root fields are null, each beside its error; where all of them are, there is no data to speak of. */
const isNothing = ({ data, errors }: { data?: object | null; errors?: unknown }): boolean =>
  !data || (errors !== undefined && Object.values(data).every((field) => field === null));

/** Sends documents to any app as `TestApp.send` does to its own. */
export const sender =
  (app: App): TestApp['send'] =>
  async (query, variables = {}, session = null, headers = {}) => {
    const response = await app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        ...(session ? { cookie: `bangfu=${session}` } : {}),
        ...headers,
      },
      payload: { query, variables },
    });
    const body = response.headers['content-type']?.toString().includes('json') ? response.json() : {};
    return {
      status: response.statusCode,
      headers: response.headers,
      data: isNothing(body) ? null : body.data,
      errors: body.errors,
    };
  };
