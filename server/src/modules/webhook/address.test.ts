import { expect, it } from 'vitest';
import { addressOf, isPublicAddress, urlFault } from './address.ts';

it.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
  ...[
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
  ],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'x',
  ],
])('counts %s among the addresses that are not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '2606:4700:4700::1111'])('accepts %s', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ['http://example.com/', 'URL_NOT_HTTPS'],
  ['ftp://example.com/', 'URL_NOT_HTTPS'],
  ['https://user:secret@example.com/', 'URL_INVALID'],
  ['nonsense', 'URL_INVALID'],
  ['https://example.com/hook?x=1', null],
])('says of %s: %s', (url, fault) => {
  expect(urlFault(url, { anywhere: false })).toBe(fault);
});

it.each([
  ['a line break', '\r\nX: y'],
  ['a tab', '\t'],
  ['nothing', '\0'],
  ['a character of control', '\u0085'],
  ['a line separator', '\u2028'],
  ['a mark of direction', '\u202e'],
  ['a character nobody sees', '\u200b'],
  ['another one', '\u3164'],
  ['half a character', '\ud800'],
  ['a blank', ' '],
  ['a wide blank', '\u3000'],
  ['a backslash', '\\'],
])('refuses an address with %s in it', (_what, sign) => {
  for (const url of [
    `https://exam${sign}ple.com/hook`,
    `https://example.com/ho${sign}ok`,
    `https://example.com/?x=${sign}1`,
  ])
    for (const anywhere of [true, false]) expect(urlFault(url, { anywhere })).toBe('URL_INVALID');
});

it.each(['https://示例.example/钩子', 'https://example.com/%0d%0a'])('accepts %s', (url) => {
  expect(urlFault(url, { anywhere: false })).toBeNull();
});

it.each(['localhost', '127.0.0.1', '[::1]', '2130706433', '0x7f.1', '0177.0.0.1'])(
  'returns no address for %s, however it is written',
  async (host) => {
    const { hostname } = new URL(`https://${host}/`);
    expect(await addressOf(hostname, { anywhere: false })).toBe('URL_FORBIDDEN');
  },
);

it('answers the same for an unknown name and for one in the internal network', async () => {
  for (const host of ['nobody.invalid', 'localhost', 'nobody.localhost', '-'])
    expect(await addressOf(host, { anywhere: false }), host).toBe('URL_FORBIDDEN');
});

it('returns one where everything is allowed, and says what is not found', async () => {
  expect(await addressOf('127.0.0.1', { anywhere: true })).toMatchObject({ address: '127.0.0.1' });
  expect(await addressOf('nobody.invalid', { anywhere: true })).toBe('URL_UNREACHABLE');
});
