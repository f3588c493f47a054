import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const keptFor = 14 * 24 * 60 * 60 * 1_000;
/** Two builds or more, and what they are compressed to beside them; who builds all day does not fill the disk. */
const mostKept = 500;

/** A file and what the build has compressed it to. */
const forms = ['', '.br', '.gz'];
const isCompressed = (name: string) => /\.(br|gz)$/.test(name);

/**
 * Takes files of earlier builds over into a new one. Their names carry a hash of what is in them, so they stand in
 * nobody's way; a page that was opened before an upgrade still finds its parts, and the server its operations.
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
