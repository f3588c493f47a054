import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const isText = (file: string) => /\.(js|css|html|svg|json)$/.test(file);

/** What is smaller fits into one packet as it is. */
const leastBytes = 1_024;

/** One below the best: half the work for a hundredth more. */
const brotliQuality = 10;

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** Writes each text of a folder a second and a third time, with `.br` and `.gz` behind its name. */
export async function writeCompressed(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isText);
  await Promise.all(
    files.map(async (file) => {
      const place = join(folder, file);
      const text = readFileSync(place);
      if (text.length < leastBytes) return;
      const [brotli, zip] = await Promise.all([
        inBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
        inGzip(text, { level: 9 }),
      ]);
      writeFileSync(`${place}.br`, brotli);
      writeFileSync(`${place}.gz`, zip);
    }),
  );
}

/** Compressed once when built, the console is small on the wire without a proxy that would do it on each request. */
export function compressedCopies(): Plugin {
  return {
    name: 'bangfu-compressed-copies',
    apply: 'build',
    // After all files are written: other plugins change them to the last moment.
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: async ({ dir }) => {
        if (dir !== undefined) await writeCompressed(dir);
      },
    },
  };
}
