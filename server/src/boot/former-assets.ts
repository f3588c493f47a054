import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const keptFor = 14 * 24 * 60 * 60 * 1_000;
/** Enough for two builds or more with their compressed files; limits the disk space of frequent builds. */
const mostKept = 500;

/** A file and what the build has compressed it to. */
const forms = ['', '.br', '.gz'];
const isCompressed = (name: string) => /\.(br|gz)$/.test(name);

/**
 * Copies files of earlier builds into a new one. Their names hold a hash of their content, so they never collide; a
 * page opened before an upgrade still finds its parts, and the server its operations.
 */
export function keepFormerAssets(former: string, draft: string, now: number): void {
  const [from, to] = [join(former, 'assets'), join(draft, 'assets')];
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  const built = new Set(readdirSync(to));
  const there = new Set(readdirSync(from));
  const kept = [...there]
    .filter((name) => !built.has(name) && !isCompressed(name))
    .map((name) => ({ name, at: statSync(join(from, name)).mtime }))
    .filter(({ at }) => now - at.getTime() < keptFor)
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, mostKept);
  for (const { name, at } of kept) {
    for (const form of forms.map((suffix) => name + suffix).filter((file) => there.has(file))) {
      copyFileSync(join(from, form), join(to, form));
      // The day on which it was last built, from which it is kept.
      utimesSync(join(to, form), at, at);
    }
  }
}
