import { readFileSync } from 'node:fs';

/** Words of libpq for `sslmode`; those by which a connection would be encrypted as it happens are not among them. */
export const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof sslModes)[number];

/** How connections to a database are encrypted. */
export interface Encryption {
  readonly mode: Exclude<SslMode, 'disable'>;
  /**
   * Certificates of the authorities that may vouch for the server, PEM; those that Node.js knows where it is absent.
   */
  readonly authorities?: Buffer;
}

export interface DatabaseAddress {
  /** For the driver, which is to know nothing of encryption: it is handed sockets that are encrypted already. */
  readonly url: string;
  /** Null: none. */
  readonly encryption: Encryption | null;
}

/** The fault of the TLS settings in an address, or null. */
export class AddressFault extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
  }
}

const isMode = (text: string): text is SslMode => (sslModes as readonly string[]).includes(text);

/** Takes `sslmode` and `sslrootcert` out of an address; plain where it has neither. */
export function parseDatabaseUrl(address: string): DatabaseAddress {
  const url = new URL(address);
  if (!url.searchParams.has('sslmode') && !url.searchParams.has('sslrootcert'))
    return { url: address, encryption: null };
  const file = url.searchParams.get('sslrootcert');
  const mode = url.searchParams.get('sslmode') ?? 'verify-full';
  for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name);
  if (!isMode(mode)) {
    throw new AddressFault(
      `的 sslmode 应为 ${sslModes.join('、')} 之一。`,
      `has an sslmode that is none of ${sslModes.join(', ')}.`,
    );
  }
  const isVerified = mode === 'verify-ca' || mode === 'verify-full';
  if (file !== null && !isVerified) {
    throw new AddressFault(
      '给出了 sslrootcert，但 sslmode 不核对证书：请改为 verify-full。',
      'has an sslrootcert and an sslmode that compares no certificates; make it verify-full.',
    );
  }
  const authorities = file === null || file === 'system' ? undefined : readAuthorities(file);
  return { url: url.href, encryption: mode === 'disable' ? null : { mode, authorities } };
}

function readAuthorities(file: string): Buffer {
  try {
    const content = readFileSync(file);
    if (content.includes('-----BEGIN CERTIFICATE-----')) return content;
  } catch {
    // Said below, as of a file that is something else.
  }
  throw new AddressFault(
    `的 sslrootcert 所指的 ${file} 不是可读的 PEM 证书文件。`,
    `has an sslrootcert, ${file}, that is no file of certificates in PEM that can be read.`,
  );
}
