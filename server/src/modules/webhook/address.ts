import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

/** Reserved by the registries: this host, private, link-local, shared, documentation, tests, multicast, future use. */
const reserved = new BlockList();
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]) {
  const [net = '', bits] = range.split('/');
  reserved.addSubnet(net, Number(bits), 'ipv4');
}
/** Public IPv6 unicast, without the ranges that embed other addresses. */
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  reserved.addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved.check(address, 'ipv4');
  return isIP(address) === 6 && publicV6.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}

/** `anywhere` allows messages to private addresses and without encryption: for tests in one's own network. */
export interface Permit {
  readonly anywhere: boolean;
}

/** Characters no address may contain: `URL` removes line breaks silently, so another address would be stored. */
const NOT_OF_ADDRESS = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\\]/u;

export function urlFault(text: string, { anywhere }: Permit): ErrorCode | null {
  if (NOT_OF_ADDRESS.test(text) || !URL.canParse(text)) return 'URL_INVALID';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'URL_INVALID';
  if (anywhere && url.protocol === 'http:') return null;
  return url.protocol === 'https:' ? null : 'URL_NOT_HTTPS';
}

/**
 * The error for a host without a permitted address. If private addresses are forbidden, a name that resolves to one and
 * a name that does not exist give the same error, so that the names of the internal network cannot be probed.
 */
export const noAddress = ({ anywhere }: Permit): NoAddress =>
  anywhere ? 'URL_UNREACHABLE' : 'URL_FORBIDDEN';
type NoAddress = 'URL_UNREACHABLE' | 'URL_FORBIDDEN';

/** The address to connect to; a host with any address that is not public has none. */
export async function addressOf(
  hostname: string,
  permit: Permit,
): Promise<{ address: string; family: number } | NoAddress> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true, verbatim: true }).catch(() => []);
  const [first] = found;
  if (!first) return noAddress(permit);
  const mayConnect = permit.anywhere || found.every(({ address }) => isPublicAddress(address));
  return mayConnect ? first : noAddress(permit);
}
