const headBytes = 4_096;

export type Utf16 = 'utf-16le' | 'utf-16be';

/** Nothing that a table of text would hold. */
const BROKEN = /(?![\t\n\r])\p{Cc}|\ufffd/u;

/**
 * Whether bytes are UTF-16, as Excel's "Unicode text" and some databases write it: by its mark, or without one by the
 * zero bytes of digits, commas and line ends, which then stand at every other place and give sound text.
 */
export function utf16Of(bytes: Buffer): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, headBytes - (Math.min(bytes.length, headBytes) % 2));
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < 2 || (even > 0 && odd > 0)) return null;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  // The last character may be cut through.
  const text = new TextDecoder(encoding).decode(head).slice(0, -1);
  return BROKEN.test(text) ? null : encoding;
}
