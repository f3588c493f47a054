import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCipher } from './cipher.ts';

const cipher = createCipher(randomBytes(32));

it('opens what it sealed, for the same owner', () => {
  const sealed = cipher.seal('13049919530510647X', 'member:1');
  expect(cipher.open(sealed, 'member:1')).toBe('13049919530510647X');
  expect(sealed.includes('130499')).toBe(false);
});

it('does not open for another owner, another key or after a changed byte', () => {
  const sealed = cipher.seal('13800005750', 'member:1');
  expect(() => cipher.open(sealed, 'member:2')).toThrow();
  expect(() => createCipher(randomBytes(32)).open(sealed, 'member:1')).toThrow();
  sealed[14] = (sealed[14] ?? 0) ^ 1;
  expect(() => cipher.open(sealed, 'member:1')).toThrow();
});

it('hashes alike only what is alike in kind and value', () => {
  expect(cipher.hash('phone', '1')).toEqual(cipher.hash('phone', '1'));
  expect(cipher.hash('phone', '1')).not.toEqual(cipher.hash('resident-id', '1'));
});
