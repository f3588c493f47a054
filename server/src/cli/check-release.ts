import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { declaredChanges } from '#schema/releases/declared.ts';
import { lastRelease, releasesFolder } from './releases.ts';
import { releaseFaults } from './schema-diff.ts';

/** Compares schema/api.graphql with the last release; with --cut makes it the release of package.json's version. */
const root = path.resolve(import.meta.dirname, '../../..');
const sdl = readFileSync(path.join(root, 'schema/api.graphql'), 'utf8');
const last = lastRelease();
const faults = releaseFaults(buildSchema(last.sdl), buildSchema(sdl), declaredChanges);

if (faults.length > 0) {
  console.error(`schema/api.graphql may not follow release ${last.version}:`);
  for (const fault of faults) console.error(`  ${fault}`);
  console.error(
    'Keep what callers rely on, or declare the change with its reason in schema/releases/declared.ts.',
  );
  process.exitCode = 1;
} else if (process.argv.includes('--cut')) cut();

function cut(): void {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const file = path.join(releasesFolder, `${version}.graphql`);
  if (existsSync(file)) {
    console.error(`${version} is released already: raise the version in package.json first`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, sdl);
  console.info(`${file} written; empty schema/releases/declared.ts and commit both`);
}
