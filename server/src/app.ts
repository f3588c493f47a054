import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import pino from 'pino';
import { type Limits, usualLimits } from '#api/price/limits.ts';
import { addHealth } from './api/http/health.ts';
import { contextOf, createHttp, type RequestFacts } from './api/http/http.ts';
import { readManifests } from './api/http/persisted-manifests.ts';
import { addSafetyHeaders, serveConsole } from './api/http/static-files.ts';
import type { ReadCounts } from './api/request/statement-reads.ts';
import { createSchema } from './api/schema/schema.ts';
import { cachedViewerOf } from './modules/identity/session/authentication.ts';
import { authenticate } from './modules/identity/session/identity.service.ts';
import { catalog, modules } from './modules.ts';
import type { Viewer } from './platform/access/viewer.ts';
import { createCipher } from './platform/core/cipher.ts';
import { type Clock, systemClock } from './platform/core/clock.ts';
import type { Context } from './platform/core/context.ts';
import { newId } from './platform/core/ids.ts';
import type { Log } from './platform/core/log.ts';
import { watchAvailability } from './platform/database/availability.ts';
import { connect, isCluster } from './platform/database/database.ts';
import { isAllSealed } from './platform/files/seal-former-files.ts';
import { diskStorage } from './platform/files/storage.ts';
import { allJobs } from './platform/jobs/job-set.ts';
import { createJobs, type Jobs } from './platform/jobs/jobs.ts';
import { createRateLimiter, type RateLimits } from './platform/rate-limit/rate-limiter.ts';

export interface AppDeps {
  readonly databaseUrl: string;
  readonly masterKey: Buffer;
  /** Folder for files; photos and spreadsheets lie below it. */
  readonly dataDir: string;
  readonly clock?: Clock;
  /** Where people reach the server, when that is not what it listens on. */
  readonly publicUrl?: string;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed; none where absent. */
  readonly trustedProxies?: readonly string[];
  /** The built console; null serves the API alone. */
  readonly adminDist?: string | null;
  /** Answers all reads by resolvers and loaders, to compare the one statement with; see platform/read. */
  readonly plainReads?: boolean;
  /** Points a minute of tokens and people. */
  readonly rateLimits?: RateLimits;
  /** Browsers may send the operations of the console and nothing else. */
  readonly persistedOnly?: boolean;
  /** What one request may ask for, where it is to be something else than usual. */
  readonly limits?: Partial<Limits>;
  /** Webhooks may lead to private addresses and http: for trials on one's own network. */
  readonly webhooksAnywhere?: boolean;
  /** Hears the text of every statement that a request runs, without its values. */
  readonly onStatement?: (text: string) => void;
  readonly logLevel?: string;
  /** Where the log goes; standard error where absent. */
  readonly logTo?: { write(line: string): void };
}

export interface App {
  readonly http: Awaited<ReturnType<typeof createHttp>>['http'];
  /** A context without a person, for the command line and for jobs; give it a viewer to act as somebody. */
  systemContext(): Context;
  /** Operations answered by one statement, and by resolvers. */
  readonly reads: Readonly<ReadCounts>;
  /** Work in the background; begins when it is started. */
  readonly jobs: Jobs;
  listen(port: number, host: string): Promise<string>;
  /** Lets `/readyz` say that no more requests should be sent here; those that come are answered still. */
  drain(): void;
  close(): Promise<void>;
}

/** The whole server as a value: `main` and the tests call it. */
export async function createApp(deps: AppDeps): Promise<App> {
  // To standard error: what is meant for people stands alone on standard output.
  const log: Log = pino({ level: deps.logLevel ?? 'info' }, deps.logTo ?? pino.destination(2));
  const limits = { ...usualLimits, ...deps.limits };
  // Work in the background takes its time; requests have connections of their own, whose statements are cut short.
  const availability = watchAvailability(deps.databaseUrl, log);
  const { db, close } = connect(deps.databaseUrl, { availability });
  const requests = connect(deps.databaseUrl, {
    statementMs: limits.statementMs,
    onStatement: deps.onStatement,
    availability,
  });
  const base = {
    db,
    catalog,
    isCluster: await isCluster(db),
    log,
    clock: deps.clock ?? systemClock,
    cipher: createCipher(deps.masterKey),
    storage: diskStorage(join(deps.dataDir, 'files'), deps.masterKey, () => isAllSealed(db)),
    pending: null,
    rateLimiter: createRateLimiter(deps.rateLimits, () => availability.isDown),
    webhooksAnywhere: deps.webhooksAnywhere,
  };
  const systemContext = (): Context => ({
    ...base,
    viewer: null,
    lang: 'zh',
    requestId: newId(),
    address: '',
    reply: null,
    loaders: new Map(),
  });
  const contextFor = (viewer: Viewer | null, request: RequestFacts): Context => ({
    ...base,
    ...request,
    db: requests.db,
    viewer,
    loaders: new Map(),
  });
  const makeContext = async (request: RequestFacts): Promise<Context> => {
    const anonymous = contextFor(null, request);
    return { ...anonymous, viewer: await authenticate(anonymous, request) };
  };
  const cachedViewer = (request: RequestFacts) => {
    const found = cachedViewerOf(base, request);
    return found && { ctx: contextFor(found.viewer, request), cachedViewer: found };
  };
  const reads: ReadCounts = { statement: 0, resolvers: 0 };
  const httpDeps = {
    schema: createSchema(),
    log,
    secure: deps.publicUrl?.startsWith('https:') ?? false,
    trustedProxies: deps.trustedProxies ?? [],
    persisted: { texts: readManifests(deps.adminDist ?? null), only: deps.persistedOnly ?? false },
    makeContext,
    cachedViewer,
    plainReads: deps.plainReads ?? false,
    limits,
    reads,
  };
  const { http, closeRoutes } = await createHttp(httpDeps);
  const routeDeps = {
    contextOf: (request: FastifyRequest, reply: FastifyReply) => contextOf(httpDeps, request, reply),
    anonymousContext: ({ id: requestId, ip: address }: FastifyRequest) => ({
      ...systemContext(),
      db: requests.db,
      requestId,
      address,
    }),
  };
  for (const module of modules) await module.routes?.(http, routeDeps);
  const background = modules.flatMap((module) => module.background?.(systemContext()) ?? []);
  const jobDeps = { systemContext, schema: httpDeps.schema };
  const jobSets = modules.flatMap((module) => module.jobs?.(jobDeps) ?? []);
  const jobs = createJobs(deps.databaseUrl, log, allJobs(jobSets, catalog.schedules), availability);
  addSafetyHeaders(http, httpDeps.secure);
  let isDraining = false;
  const answers = () =>
    db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
  addHealth(http, async () => !isDraining && (await answers()), log, reads);
  if (deps.adminDist) await serveConsole(http, deps.adminDist);
  closeRoutes();
  return {
    http,
    reads,
    systemContext,
    jobs,
    drain: () => {
      isDraining = true;
    },
    listen: (port, host) => http.listen({ port, host }),
    close: async () => {
      await Promise.all([http.close(), jobs.stop()]);
      for (const one of background) await one.stop();
      await requests.close();
      await close();
      await availability.stop();
    },
  };
}
