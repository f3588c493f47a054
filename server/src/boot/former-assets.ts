import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const keptFor = 14 * 24 * 60 * 60 * 1_000;
/** About five builds; who builds all day does not fill the disk. */
const mostKept = 500;

/**
 * Takes files of earlier builds over into a new one. Their names carry a hash of what is in them, so they stand in
 * nobody's way; a page that was opened before an upgrade still finds its parts, and the server its operations.
 */
export function keepFormerAssets(former: string, draft: string, now: number): void {
  const [from, to] = [join(former, 'assets'), join(draft, 'assets')];
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  const built = new Set(readdirSync(to));
  const kept = readdirSync(from)
    .filter((name) => !built.has(name))
    .map((name) => ({ name, at: statSync(join(from, name)).mtime }))
    .filter(({ at }) => now - at.getTime() < keptFor)
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, mostKept);
  for (const { name, at } of kept) {
    copyFileSync(join(from, name), join(to, name));
    // The day on which it was last built, from which it is kept.
    utimesSync(join(to, name), at, at);
  }
}
