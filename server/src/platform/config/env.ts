import { isIP } from 'node:net';
import path from 'node:path';
import { BootError } from '#platform/core/boot-error.ts';
import { AddressFault, parseDatabaseUrl } from '#platform/database/address.ts';
import {
  numberSearchRange,
  type RateLimits,
  rateLimitRange,
  usualNumberSearches,
  usualRateLimits,
} from '#platform/rate-limit/rate-limiter.ts';

/** A setting with a value that cannot be used: names the variable and says what it should be. */
export class ConfigError extends BootError {
  override readonly name = 'ConfigError';

  constructor(
    readonly variable: string,
    zh: string,
    en: string,
  ) {
    super(`${variable} ${zh}`, `${variable} ${en}`);
  }
}

export interface Config {
  /** 0 asks the system for a free port. */
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** Address to serve with, or of the owner who may make a role to serve with. */
  databaseUrl?: string;
  /** Address of the owner of the tables, for migrations. */
  databaseOwnerUrl?: string;
  adminPassword?: string;
  masterKey?: Buffer;
  publicUrl?: string;
  /** Addresses and networks (CIDR) of trusted proxies: forwarded addresses are accepted from these only. */
  trustedProxies?: string[];
  /** Browsers may send the operations of our own pages and nothing else. */
  persistedOnly?: boolean;
  /** The database may have settings with which a crash loses what was acknowledged: for trials only. */
  mayLoseData?: boolean;
  /** Webhooks may lead to private addresses and http. */
  webhooksAnywhere?: boolean;
  /** Points that a token and a person may spend in a minute. */
  rateLimits?: RateLimits;
}

type Env = Record<string, string | undefined>;

/** Reads every setting at once, so that nothing is started on half a configuration. */
export function readConfig(env: Env): Config {
  return {
    port: readPort(value(env, 'PORT')),
    host: readHost(value(env, 'BANGFU_HOST')),
    dataDir: readDataDir(value(env, 'BANGFU_DATA')),
    ...readDatabaseUrls(env),
    adminPassword: readAdminPassword(value(env, 'BANGFU_ADMIN_PASSWORD')),
    masterKey: readKey(value(env, 'BANGFU_KEY')),
    publicUrl: readPublicUrl(value(env, 'BANGFU_PUBLIC_URL')),
    ...(value(env, 'BANGFU_TRUSTED_PROXIES') && {
      trustedProxies: readProxies(value(env, 'BANGFU_TRUSTED_PROXIES') ?? ''),
    }),
    rateLimits: {
      tokenPoints: readPoints(env, 'BANGFU_TOKEN_POINTS', usualRateLimits.tokenPoints),
      userPoints: readPoints(env, 'BANGFU_USER_POINTS', usualRateLimits.userPoints),
      numberSearches: readSearches(env, 'BANGFU_NUMBER_SEARCHES'),
    },
    ...(readSwitch('BANGFU_WEBHOOKS_ANYWHERE', value(env, 'BANGFU_WEBHOOKS_ANYWHERE')) && {
      webhooksAnywhere: true,
    }),
    ...(readSwitch('BANGFU_MAY_LOSE_DATA', value(env, 'BANGFU_MAY_LOSE_DATA')) && { mayLoseData: true }),
    persistedOnly: readSwitch('BANGFU_PERSISTED_ONLY', value(env, 'BANGFU_PERSISTED_ONLY')),
  };
}

/** Shells and compose files pass an empty text for "not set". */
function value(env: Env, name: string): string | undefined {
  const text = env[name];
  return text === undefined || text === '' ? undefined : text;
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 4000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65535) {
    throw new ConfigError(
      'PORT',
      '应为 1 到 65535 的整数（0 表示任选一个空闲端口）。',
      'should be a whole number from 1 to 65535 (0 picks any free port).',
    );
  }
  return port;
}

function readPoints(env: Env, name: string, usual: number): number {
  const text = value(env, name);
  if (text === undefined) return usual;
  const points = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  const { min, max } = rateLimitRange;
  if (points < min || points > max) {
    throw new ConfigError(
      name,
      `应为 ${min} 到 ${max} 的整数（每分钟点数）。`,
      `should be a whole number of points a minute from ${min} to ${max}.`,
    );
  }
  return points;
}

function readSearches(env: Env, name: string): number {
  const text = value(env, name);
  if (text === undefined) return usualNumberSearches;
  const searches = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  const { min, max } = numberSearchRange;
  if (searches < min || searches > max) {
    throw new ConfigError(
      name,
      `应为 ${min} 到 ${max} 的整数（每人每小时按完整号码查询的次数）。`,
      `should be a whole number of searches by number an hour from ${min} to ${max}.`,
    );
  }
  return searches;
}

function readHost(text: string | undefined): string {
  if (text === undefined) return '127.0.0.1';
  if (!/^[0-9A-Za-z.:_-]{1,253}$/.test(text)) {
    throw new ConfigError(
      'BANGFU_HOST',
      '应为本机的地址或主机名，如 127.0.0.1；0.0.0.0 表示所有网卡。',
      'should be an address or name of this machine such as 127.0.0.1; 0.0.0.0 means every network.',
    );
  }
  return text;
}

function readDataDir(text: string | undefined): string {
  if (text?.includes('\0')) {
    throw new ConfigError('BANGFU_DATA', '应为文件夹路径。', 'should be the path of a folder.');
  }
  return path.resolve(text ?? './data');
}

function readDatabaseUrls(env: Env): Pick<Config, 'databaseUrl' | 'databaseOwnerUrl'> {
  const databaseUrl = readDatabaseUrl(env, 'DATABASE_URL');
  const databaseOwnerUrl = readDatabaseUrl(env, 'DATABASE_OWNER_URL');
  if (databaseOwnerUrl !== undefined && databaseUrl === undefined) {
    throw new ConfigError(
      'DATABASE_OWNER_URL',
      '须与 DATABASE_URL（提供服务的角色的地址）一起设置。',
      'goes with DATABASE_URL, the address of the role that serves.',
    );
  }
  return { databaseUrl, ...(databaseOwnerUrl !== undefined && { databaseOwnerUrl }) };
}

function readDatabaseUrl(env: Env, name: string): string | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const url = parseUrl(text);
  const known = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  if (!known || url.pathname.length < 2) {
    // The value is not repeated: it holds a password.
    throw new ConfigError(
      name,
      '应形如 postgres://用户:密码@主机:5432/数据库名。',
      'should look like postgres://user:password@host:5432/database.',
    );
  }
  try {
    parseDatabaseUrl(text);
  } catch (error) {
    throw error instanceof AddressFault ? new ConfigError(name, error.zh, error.en) : error;
  }
  return text;
}

function readAdminPassword(text: string | undefined): string | undefined {
  if (text !== undefined && (text.length < 8 || text.length > 64)) {
    throw new ConfigError(
      'BANGFU_ADMIN_PASSWORD',
      '应为 8 到 64 个字符。',
      'should have 8 to 64 characters.',
    );
  }
  return text;
}

function readKey(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const key = parseKey(text);
  if (key === null) {
    throw new ConfigError(
      'BANGFU_KEY',
      '应为 32 字节的密钥：64 位十六进制或 44 位 Base64（可用 openssl rand -hex 32 生成）。',
      'should be a key of 32 bytes: 64 hexadecimal digits or 44 characters of base64 (openssl rand -hex 32 makes one).',
    );
  }
  return key;
}

/** A key of exactly 32 bytes from hex or base64; null for anything else. */
export function parseKey(text: string): Buffer | null {
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, 'hex');
  if (!/^[0-9A-Za-z+/]{43}=$/.test(text)) return null;
  const key = Buffer.from(text, 'base64');
  return key.length === 32 && key.toString('base64') === text ? key : null;
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function readSwitch(variable: string, text: string | undefined): boolean {
  if (text === undefined || text === '0') return false;
  if (text === '1') return true;
  throw new ConfigError(variable, '应为 1（开）或 0（关）。', 'should be 1 (on) or 0 (off).');
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = parseUrl(text);
  const plain = url && url.search === '' && url.hash === '' && url.username === '' && url.pathname === '/';
  if (!plain || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new ConfigError(
      'BANGFU_PUBLIC_URL',
      '应为浏览器访问本系统的地址，如 https://bangfu.example.cn，不带路径。',
      'should be the address browsers use, such as https://bangfu.example.cn, without a path.',
    );
  }
  return url.origin;
}

/** Of an address or a network, such as 10.0.0.0/8. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

function readProxies(text: string): string[] {
  const networks = text.split(',').map((one) => one.trim());
  if (!networks.every(isNetwork)) {
    throw new ConfigError(
      'BANGFU_TRUSTED_PROXIES',
      '应为代理服务器的地址或网段，以逗号分隔，如 127.0.0.1,10.0.0.0/8。',
      'should be addresses or networks of proxies with commas between, such as 127.0.0.1,10.0.0.0/8.',
    );
  }
  return networks;
}
