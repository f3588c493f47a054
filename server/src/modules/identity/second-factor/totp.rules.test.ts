import { describe, expect, it } from 'vitest';
import { acceptedStep, base32, codeAt, newTotpSecret, otpauthUri, stepAt } from './totp.rules.ts';

/** The secret of appendix B of RFC 6238, for SHA-1. */
const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1_000);

describe('codes', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('are those of RFC 6238 after %i seconds', (seconds, code) => {
    expect(codeAt(secret, stepAt(at(seconds)), 8)).toBe(code);
    expect(codeAt(secret, stepAt(at(seconds)))).toBe(code.slice(-6));
  });

  // Appendix D of RFC 4226.
  it.each([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ])('are those of RFC 4226: %s', (code) => {
    const counters = Array.from({ length: 10 }, (_, counter) => codeAt(secret, counter));
    expect(counters).toContain(code);
  });
});

describe('a code is accepted', () => {
  const now = at(1_111_111_111);
  const step = stepAt(now);

  it('in its own step and the adjacent ones', () => {
    for (const drift of [-1, 0, 1]) {
      expect(acceptedStep(secret, codeAt(secret, step + drift), now, 0)).toBe(step + drift);
    }
    for (const drift of [-2, 2]) {
      expect(acceptedStep(secret, codeAt(secret, step + drift), now, 0)).toBeNull();
    }
  });

  it('once, and none of an earlier step afterwards', () => {
    const code = codeAt(secret, step);
    expect(acceptedStep(secret, code, now, step - 1)).toBe(step);
    expect(acceptedStep(secret, code, now, step)).toBeNull();
    expect(acceptedStep(secret, codeAt(secret, step - 1), now, step)).toBeNull();
    expect(acceptedStep(secret, codeAt(secret, step + 1), now, step)).toBe(step + 1);
  });

  it.each(['', '14050', '140504711', '14050471', 'abcdef'])('only in this form: %s', (code) => {
    expect(acceptedStep(secret, code, now, 0)).toBeNull();
  });
});

// RFC 4648, without its padding.
it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('writes %j as base32', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written);
});

it('makes random secrets of 160 bits, and URIs that apps can read', () => {
  expect(newTotpSecret()).toHaveLength(20);
  expect(newTotpSecret().equals(newTotpSecret())).toBe(false);
  const uri = new URL(otpauthUri('wei.desk', secret));
  expect(`${uri.protocol}//${uri.host}`).toBe('otpauth://totp');
  expect(decodeURIComponent(uri.pathname)).toBe('/帮扶:wei.desk');
  expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(uri.searchParams.get('issuer')).toBe('帮扶');
});
