import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type App, createApp } from '#server/app.ts';
import { generousRateLimits, masterKey, sender, type TestApp } from './app.ts';

interface PlainApp {
  readonly app: App;
  readonly send: TestApp['send'];
}

/** The same server once more on the database of a test, reading by resolvers alone: what the other way must agree with. */
export function plainApp(test: TestApp): PlainApp {
  const holder: Partial<PlainApp> = {};
  let dataDir = '';
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'bangfu-plain-'));
    const app = await createApp({
      databaseUrl: test.url,
      masterKey,
      dataDir,
      clock: test.clock,
      logLevel: 'silent',
      rateLimits: generousRateLimits,
      plainReads: true,
    });
    Object.assign(holder, { app, send: sender(app) });
  });
  afterAll(async () => {
    await holder.app?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return holder as PlainApp;
}
