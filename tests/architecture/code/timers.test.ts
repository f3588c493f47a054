import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Where something repeats in a process beside the queue and its schedules, and why neither can do it; see docs/operations.md. */
const allowed: Readonly<Record<string, string>> = {
  'server/src/platform/jobs/supervise.ts': 'the sign of life of this very process',
  'server/src/modules/identity/token/usage.service.ts': 'counts in the memory of this very process',
  'server/src/boot/launchers.ts': 'whether the processes that launched this one still live',
  'server/src/platform/database/availability.ts': 'whether the database answers, before there is any queue',
  'server/src/platform/embedded/cluster.ts': 'the start waits for the embedded database',
  'server/src/platform/embedded/embedded.ts': 'the start waits for the embedded database',
  'server/src/modules/identity/rate-limit/rate-limit.service.ts':
    'leases until there are points; a refusal sleeps once',
  'server/src/platform/jobs/boss.ts': 'a statement of pg-boss is repeated until the database answers',
};

/** Intervals, and loops without an end of their own that sleep in between. */
const repeats = (text: string): boolean =>
  /\bsetInterval\(/.test(text) || (/\b(while \((true|!)|for \(;;\))/.test(text) && /\bsleep\(/.test(text));

it('repeats nothing in a process but what the queue cannot do for it', () => {
  const found = readdirSync('server/src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.posix.join('server/src', file.split(path.sep).join('/')))
    .filter((file) => repeats(readFileSync(file, 'utf8')));
  expect(found.sort()).toEqual(Object.keys(allowed).sort());
});

it('would notice an interval, and a loop that sleeps', () => {
  expect(repeats('setInterval(() => void poll(), 5_000)')).toBe(true);
  expect(repeats('for (;;) {\n  await poll();\n  await sleep(5_000);\n}')).toBe(true);
  expect(repeats('for (const one of all) await poll(one);')).toBe(false);
});
