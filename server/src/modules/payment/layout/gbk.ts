/** Two-byte characters of GBK by the character; the runtime decodes it but cannot write it. */
let pairs: Map<string, number> | undefined;

const isPrivateUse = (sign: string) => /^[\ue000-\uf8ff\ufffd]/.test(sign);

function tableOfPairs(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && !isPrivateUse(sign) && !table.has(sign))
        table.set(sign, lead * 256 + trail);
    }
  return table;
}

/** Text as banks take it. A character outside of GBK, such as that of a rare surname, becomes `?`, as with them. */
export function encodeGbk(text: string): Buffer {
  pairs ??= tableOfPairs();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    const pair = pairs.get(sign);
    if (code < 0x80) bytes.push(code);
    else if (pair === undefined) bytes.push(0x3f);
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Buffer.from(bytes);
}
