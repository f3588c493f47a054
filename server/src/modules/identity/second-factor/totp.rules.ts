import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Codes of RFC 6238 with the defaults of authenticator apps: HMAC-SHA-1, 30 seconds, 6 digits. */
const stepMs = 30_000;
const usualDigits = 6;
/** As long as the hash, as RFC 4226 recommends. */
const secretBytes = 20;

export const newTotpSecret = (): Buffer => randomBytes(secretBytes);

export const stepAt = (now: Date): number => Math.floor(now.getTime() / stepMs);

/** The code of one step. */
export function codeAt(secret: Buffer, step: number, digits = usualDigits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step that a code belongs to: this one, the one before or the one after, since clocks of phones differ. Steps up
 * to the last used one are excluded, so that an observed code cannot be replayed. Null if there is none.
 */
export function acceptedStep(secret: Buffer, code: string, now: Date, lastStep: number): number | null {
  const current = stepAt(now);
  const steps = [current - 1, current, current + 1].filter((step) => step > lastStep);
  return steps.find((step) => isSame(codeAt(secret, step), code)) ?? null;
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding, to be typed where the QR code cannot be scanned. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

const issuer = '帮扶';

/** The content of the QR code. */
export function otpauthUri(username: string, secret: Buffer): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
