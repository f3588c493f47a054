import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const releasesFolder = path.resolve(import.meta.dirname, '../../../schema/releases');

const numbers = (version: string): number[] => version.split('.').map(Number);

function byVersion(one: string, other: string): number {
  const [left, right] = [numbers(one), numbers(other)];
  return left.map((part, at) => part - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The API as it was last released. */
export function lastRelease(folder = releasesFolder): { version: string; sdl: string } {
  const versions = readdirSync(folder)
    .flatMap((name) => /^(\d+\.\d+\.\d+)\.graphql$/.exec(name)?.[1] ?? [])
    .sort(byVersion);
  const version = versions.at(-1);
  if (!version) throw new Error(`no release in ${folder}`);
  return { version, sdl: readFileSync(path.join(folder, `${version}.graphql`), 'utf8') };
}
