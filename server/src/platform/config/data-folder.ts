import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { ConfigError } from './env.ts';

/** Makes the data folder if it is new and refuses one that cannot be used. Says whether it was new. */
export function prepareDataFolder(dataDir: string): { isNew: boolean } {
  try {
    const made = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // As root the database runs as another user, who must be able to pass through (not list) the folder.
    if (made && process.getuid?.() === 0) chmodSync(dataDir, 0o711);
    if (!statSync(dataDir).isDirectory()) throw new Error('not a folder');
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return { isNew: made !== undefined };
  } catch {
    throw new ConfigError(
      'BANGFU_DATA',
      `应为可写的文件夹，${dataDir} 不是。`,
      `should be a folder that can be written to; ${dataDir} is not.`,
    );
  }
}
