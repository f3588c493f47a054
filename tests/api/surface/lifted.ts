import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits } from '#api/price/limits.ts';
import { createApp } from '#server/app.ts';
import { masterKey, sender, type TestApp } from '#tests/setup/app.ts';

/** A second server on the same database with other limits: without its limit a document is answered. */
export async function withLimits<T>(
  test: TestApp,
  limits: Partial<Limits>,
  act: (send: TestApp['send']) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bangfu-lifted-'));
  const app = await createApp({
    databaseUrl: test.url,
    masterKey,
    dataDir,
    clock: test.clock,
    logLevel: process.env.TEST_LOG ?? 'silent',
    rateLimits: { tokenPoints: 1e9, userPoints: 1e9, numberSearches: 1e8 },
    limits,
  });
  try {
    return await act(sender(app));
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
