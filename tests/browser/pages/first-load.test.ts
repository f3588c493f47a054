import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildConsole } from '#server/boot/console-build.ts';

/** What a village's network transfers in a few seconds. */
const mostBytes = 330_000;

/** As sent to a browser that reads only gzip; the smallest files are not compressed. */
const sentBytes = (file: string) => statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;

it('the console shows its first page after at most 330 kB of scripts', async () => {
  const dist = (await buildConsole(() => undefined)) ?? '';
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? '');
  const sizes = scripts.map((file) => [file, sentBytes(join(dist, file))] as const);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(scripts.length).toBeGreaterThan(3);
  expect(total, sizes.map((size) => size.join(' ')).join('\n')).toBeLessThanOrEqual(mostBytes);
});
