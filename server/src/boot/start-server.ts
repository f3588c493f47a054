import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureFirstAdministrator } from '#modules/identity/account/first-administrator.service.ts';
import type { Config } from '#platform/config/env.ts';
import { findMasterKey, loadMasterKey } from '#platform/config/key-file.ts';
import { stopBudget } from '#platform/config/stop-budget.ts';
import { BootError } from '#platform/core/boot-error.ts';
import { traceOf } from '#platform/core/trace.ts';
import { openDatabase } from '#platform/embedded/embedded.ts';
import { sealFormerFiles } from '#platform/files/seal-former-files.ts';
import { foldFormerNames } from '#platform/people/fold-former-names.ts';
import { type App, createApp } from '#server/app.ts';
import { buildConsole } from '#server/boot/console-build.ts';
import type { Flags } from '#server/boot/flags.ts';
import { namedTables } from '#server/boot/named-tables.ts';
import type { Command } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import { servicesOver } from '#server/cli/services.ts';
import { prepareDatabase } from '#server/prepare-database.ts';

export interface RunningServer {
  stop(): Promise<void>;
}

/** Everything between a configuration and a listening server. On failure it leaves nothing running. */
export async function startServer(config: Config, flags: Flags, io: Io): Promise<RunningServer> {
  // A damaged key file is refused before anything is started.
  findMasterKey(config);
  const database = await openDatabase(config, { task: 'server', say: io.say });
  let app: App | undefined;
  const stopping = new AbortController();
  const stop = async () => {
    stopping.abort();
    if (app) {
      app.drain();
      await sleep(stopBudget.notice);
      await Promise.race([app.close(), sleep(stopBudget.drain, undefined, { ref: false })]);
    }
    await database.stop();
  };
  try {
    const masterKey = await loadMasterKey(config, database.url);
    const databaseUrl = await prepareDatabase(database, masterKey, config);
    const adminDist = flags.console ? await buildConsole(io.say) : null;
    app = await createApp({
      databaseUrl,
      masterKey,
      dataDir: config.dataDir,
      publicUrl: config.publicUrl,
      trustedProxies: config.trustedProxies,
      rateLimits: config.rateLimits,
      persistedOnly: config.persistedOnly,
      webhooksAnywhere: config.webhooksAnywhere,
      adminDist,
    });
    const listening = await listen(app, config);
    await app.jobs.start();
    void sealFiles(app, config, masterKey, stopping.signal);
    void foldNames(app, stopping.signal);
    const address = config.publicUrl ?? listening;
    // Only now: a one-time password must not be made and then lost to a port in use.
    const administrator = await ensureFirstAdministrator(app, config.adminPassword);
    try {
      if (flags.demo) await loadDemo(config, masterKey, databaseUrl, io);
      io.print(`帮扶 Bangfu：${address}  （控制台 console ${address}/ ，接口 API ${address}/graphql）`);
      const place = database.embedded ? config.dataDir : 'DATABASE_URL';
      io.print(`数据 data：${place}  （按 Ctrl+C 停止 / Ctrl+C stops）`);
    } finally {
      io.print(`管理员 administrator：${describeAdministrator(administrator)}`);
    }
    return { stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** Runs in the background, since there may be many thousands; failures are logged and retried at the next start. */
async function sealFiles(
  app: App,
  { dataDir }: Config,
  masterKey: Buffer,
  signal: AbortSignal,
): Promise<void> {
  const { db, log } = app.systemContext();
  try {
    const count = await sealFormerFiles(db, path.join(dataDir, 'files'), masterKey, signal);
    if (count?.failed) log.error({ ...count }, 'files of an earlier version could not be sealed');
    else if (count?.sealed) log.info({ ...count }, 'files of an earlier version were sealed');
  } catch (error) {
    log.error(traceOf(error), 'files of an earlier version could not be sealed');
  }
}

/** Runs in the background; until it is done, names not yet folded are only partly found by search. */
async function foldNames(app: App, signal: AbortSignal): Promise<void> {
  const ctx = app.systemContext();
  try {
    const count = await foldFormerNames(ctx, namedTables, signal);
    if (count?.failed) ctx.log.error({ ...count }, 'names of an earlier version could not be folded');
    else if (count?.folded) ctx.log.info({ ...count }, 'names of an earlier version were folded');
  } catch (error) {
    ctx.log.error(traceOf(error), 'names of an earlier version could not be folded');
  }
}

async function loadDemo(config: Config, masterKey: Buffer, databaseUrl: string, io: Io): Promise<void> {
  const demo: Command = await import('#server/cli/commands/demo.ts');
  await demo.run([], io, servicesOver(config, masterKey, databaseUrl, io));
}

function describeAdministrator(administrator: {
  username: string;
  oneTimePassword: string | null;
  created: boolean;
}): string {
  const { username, oneTimePassword, created } = administrator;
  if (oneTimePassword !== null) {
    return `${username}，一次性密码 one-time password ${oneTimePassword}  （只显示这一次 / shown only this once）`;
  }
  if (created) return `${username}，密码见 BANGFU_ADMIN_PASSWORD / password as in BANGFU_ADMIN_PASSWORD`;
  return `${username}，密码不变 / password as before`;
}

async function listen(app: App, config: Config): Promise<string> {
  try {
    return await app.listen(config.port, config.host);
  } catch (error) {
    throw describeListenFailure(error, config);
  }
}

function describeListenFailure(error: unknown, { port, host }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return new BootError(
      `端口 ${port} 已被其他程序占用。请用 PORT 另选一个。`,
      `Port ${port} is in use by another program. Choose another with PORT.`,
    );
  }
  if (code === 'EACCES') {
    return new BootError(
      `当前用户无权使用端口 ${port}。请用 PORT 选 1024 以上的端口。`,
      `This user may not use port ${port}. Choose one above 1024 with PORT.`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new BootError(
      `BANGFU_HOST 的值 ${host} 不是本机地址。`,
      `BANGFU_HOST is ${host}, which is not an address of this machine.`,
    );
  }
  return error;
}
