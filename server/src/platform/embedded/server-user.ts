import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { BootError } from '#platform/core/boot-error.ts';

/** PostgreSQL refuses to run as root, so root hands it to another user; anybody else runs it himself. */
export interface ServerUser {
  uid: number;
  gid: number;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user who shall run a server on this data folder; undefined means the one we are. */
export function serverUser(existingData: string | null): ServerUser | undefined {
  if (!isRoot()) return undefined;
  if (existingData !== null) {
    const { uid, gid } = statSync(existingData);
    // Made by an ordinary user before: it stays his.
    if (uid !== 0) return { uid, gid };
  }
  return findUser('postgres') ?? createUser('postgres');
}

function findUser(name: string): ServerUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function createUser(name: string): ServerUser {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name],
      {
        stdio: 'ignore',
      },
    );
  } catch {
    // Another start may have made it at the same moment; looked up below.
  }
  const user = findUser(name);
  if (user) return user;
  throw new BootError(
    `PostgreSQL 不能以 root 运行，也无法创建用户 ${name}。请改用普通用户启动，或先执行 useradd --system ${name}。`,
    `PostgreSQL does not run as root and the user ${name} could not be made. Start as an ordinary user, or run useradd --system ${name} first.`,
  );
}

/** Whether a user can walk down to a place: each folder above must let him pass. */
export function canReach(user: ServerUser, place: string): boolean {
  const folder = path.dirname(path.resolve(place));
  if (folder !== path.dirname(folder) && !canReach(user, folder)) return false;
  return canPass(user, folder);
}

function canPass(user: ServerUser, folder: string): boolean {
  try {
    const { mode, uid, gid } = statSync(folder);
    if (uid === user.uid) return (mode & 0o100) !== 0;
    if (gid === user.gid) return (mode & 0o010) !== 0;
    return (mode & 0o001) !== 0;
  } catch {
    return false;
  }
}
