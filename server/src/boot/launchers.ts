import { readFileSync } from 'node:fs';
import { isAlive } from '#platform/embedded/live-process.ts';

/**
 * npm and pnpm do not forward signals: when they are ended, the server would go on and keep its port and data folder.
 * So the server watches the processes that launched it and stops with them. Works only where the system has /proc.
 */
export function whenLauncherEnds(act: () => void): void {
  const launchers = findLaunchers(process.ppid);
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(isAlive)) return;
    clearInterval(timer);
    act();
  }, 300);
  timer.unref();
}

/** The processes above us up to the outermost package runner; none if we were started directly. */
function findLaunchers(parent: number): number[] {
  const chain: number[] = [];
  let outermost = 0;
  for (let pid = parent; pid > 1; pid = parentOf(pid)) {
    chain.push(pid);
    if (isPackageRunner(pid)) outermost = chain.length;
  }
  return chain.slice(0, outermost);
}

function isPackageRunner(pid: number): boolean {
  const command = read(`/proc/${pid}/cmdline`).split('\0').slice(0, 2).join(' ');
  return /(^|[/ ])(npm|npx|pnpm|pnpx)(-cli)?(\.c?js)?( |$)/.test(command);
}

function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the command in brackets and may hold spaces; the parent is the fourth.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
