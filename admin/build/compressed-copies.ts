import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const isText = (file: string) => /\.(js|css|html|svg|json)$/.test(file);

/** Smaller files fit into one packet uncompressed. */
const leastBytes = 1_024;

/** One below the maximum: half the time for one percent more bytes. */
const brotliQuality = 10;

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** Writes a `.br` and a `.gz` copy beside each text file of a folder. */
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

/** Compressing once at build time keeps the console small on the wire without a proxy that compresses each response. */
export function compressedCopies(): Plugin {
  return {
    name: 'bangfu-compressed-copies',
    apply: 'build',
    // Runs after all files are written, because other plugins change them until then.
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: async ({ dir }) => {
        if (dir !== undefined) await writeCompressed(dir);
      },
    },
  };
}
