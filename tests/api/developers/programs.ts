import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const languages = ['sh', 'ts', 'py'] as const;
export type Language = (typeof languages)[number];

export const folder = join(import.meta.dirname, '../../../admin/src/developers/examples');

const programs: Record<Language, readonly [string, ...string[]]> = {
  sh: ['bash', '-eu', '-o', 'pipefail'],
  ts: [process.execPath, '--import', import.meta.resolve('tsx')],
  py: ['python3'],
};

/** Whether this machine can run the file; CI must be able to run all of them. */
export function canRun(language: Language): boolean {
  const needed = language === 'sh' ? ['bash', 'curl'] : [programs[language][0]];
  const missing = needed.filter((name) => isMissing(spawnSync(name, ['--version'])));
  if (missing.length === 0) return true;
  const said = `!! The .${language} examples of the documentation did NOT run: there is no ${missing.join(', ')} here.`;
  if (process.env.CI === 'true') throw new Error(said);
  console.warn(said);
  return false;
}

const isMissing = ({ status }: SpawnSyncReturns<Buffer>): boolean => status !== 0;

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs an example exactly as it stands in the documentation. */
export function runExample(
  name: string,
  language: Language,
  settings: Record<string, string>,
  cwd: string,
): Promise<Outcome> {
  const [program, ...options] = programs[language];
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PYTHONIOENCODING: 'utf-8', ...settings };
  const child = spawn(program, [...options, join(folder, `${name}.${language}`)], { env, cwd });
  const outcome = { code: null as number | null, out: '', err: '' };
  child.stdout.on('data', (part) => {
    outcome.out += part;
  });
  child.stderr.on('data', (part) => {
    outcome.err += part;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...outcome, code }));
  });
}
