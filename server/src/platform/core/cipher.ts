import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Personal data at rest: AES-256-GCM for reading it back, a keyed hash for exact search and uniqueness. */
export interface Cipher {
  /** `owner` binds the text to its row: moved to another row it no longer opens. */
  seal(plain: string, owner: string): Buffer;
  open(sealed: Buffer, owner: string): string;
  /** Same kind and value, same hash; useless without the key. */
  hash(kind: 'resident-id' | 'phone' | 'bank-account' | 'input', value: string): Buffer;
  /** Keys the hashes of the audit trail, so that write access to the database is not enough to forge a row. */
  auditKey(facts: string): Buffer;
}

const nonceBytes = 12;
const tagBytes = 16;

export function createCipher(masterKey: Buffer): Cipher {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, '', `bangfu ${purpose}`, 32));
  const sealing = derive('seal');
  const hashing = derive('hash');
  const auditing = derive('audit');
  return {
    seal(plain, owner) {
      const nonce = randomBytes(nonceBytes);
      const gcm = createCipheriv('aes-256-gcm', sealing, nonce);
      gcm.setAAD(Buffer.from(owner));
      return Buffer.concat([nonce, gcm.update(plain, 'utf8'), gcm.final(), gcm.getAuthTag()]);
    },
    open(sealed, owner) {
      const gcm = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, nonceBytes));
      gcm.setAAD(Buffer.from(owner));
      gcm.setAuthTag(sealed.subarray(-tagBytes));
      return gcm.update(sealed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + gcm.final('utf8');
    },
    hash: (kind, value) => createHmac('sha256', hashing).update(`${kind}\0${value}`).digest(),
    auditKey: (facts) => createHmac('sha256', auditing).update(facts).digest(),
  };
}

const mostRemembered = 20_000;

/** Caches hashes for a run over many rows, which repeat them. */
export function remembering(cipher: Cipher): Cipher {
  const known = new Map<string, Buffer>();
  return {
    ...cipher,
    hash(kind, value) {
      const key = `${kind}\0${value}`;
      const found = known.get(key);
      if (found) return found;
      if (known.size >= mostRemembered) known.clear();
      const hash = cipher.hash(kind, value);
      known.set(key, hash);
      return hash;
    },
  };
}
