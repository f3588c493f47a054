import { createHash, createHmac } from 'node:crypto';
import type { Cipher } from '#platform/core/cipher.ts';

/** One row of the audit trail without its hash. */
export interface Link {
  countyCode: string;
  seq: number;
  divisionCode: string;
  at: string;
  actorId: string | null;
  actorName: string;
  tokenId: string | null;
  requestId: string;
  action: string;
  entity: string;
  entityId: string;
  before: string | null;
  after: string | null;
}

/**
 * How a row is hashed, and what it may show: 1 without a key, as rows were before there was one; 2 with it; 3 as 2, and
 * numbers that somebody wrote into a note were masked before. What 1 and 2 hold is cut as it is read.
 */
export const unkeyedFormat = 1;
export const keyedFormat = 3;

/** The hash before the first row of a chain. */
export const noHash: Buffer = Buffer.alloc(32);

/** All but the place in the chain. The order of the parts is part of the format: never change it. */
export function factsOf(link: Omit<Link, 'countyCode' | 'seq'>): readonly (string | null)[] {
  return [
    link.divisionCode,
    link.at,
    link.actorId,
    link.actorName,
    link.tokenId,
    link.requestId,
    link.action,
    link.entity,
    link.entityId,
    link.before,
    link.after,
  ];
}

/**
 * The key of one link, out of the master key and what the link says. The database gets it to put the link into the
 * chain and keeps it nowhere: it is good for this link alone, and for another text there is another one.
 */
export const keyOfLink = (cipher: Cipher, link: Omit<Link, 'countyCode' | 'seq'>): Buffer =>
  cipher.auditKey(JSON.stringify(factsOf(link)));

/** HMAC-SHA-256, with the key of the link, of the hash before it and its place. */
export function linkHash(cipher: Cipher, former: Buffer, link: Link): Buffer {
  return createHmac('sha256', keyOfLink(cipher, link))
    .update(former)
    .update(`${link.countyCode} ${link.seq}`)
    .digest();
}

/** Format 1, unkeyed: anyone with write access to the database could rebuild such a chain. */
export function unkeyedHash(former: Buffer, link: Link): Buffer {
  const parts = [link.countyCode, link.seq, ...factsOf(link)];
  return createHash('sha256').update(former).update(JSON.stringify(parts)).digest();
}

/**
 * Says from which number on a chain is keyed, and what the hash before it was. Without it somebody could write a chain
 * anew in the unkeyed format.
 */
export const sealOf = (cipher: Cipher, countyCode: string, keyedFrom: number, former: Buffer): Buffer =>
  cipher.auditKey(`keyed ${countyCode} ${keyedFrom} ${former.toString('hex')}`);

/** The two padded keys of HMAC-SHA-256, so that `sha256(outer || sha256(inner || text))` is it. */
export function hmacPads(key: Buffer): { readonly inner: Buffer; readonly outer: Buffer } {
  const padded = Buffer.alloc(64);
  key.copy(padded);
  const xor = (pad: number) => Buffer.from(padded.map((byte) => byte ^ pad));
  return { inner: xor(0x36), outer: xor(0x5c) };
}
