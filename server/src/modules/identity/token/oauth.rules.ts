import type { Right } from '#schema/codes/rights.ts';

/** Error codes of a token endpoint in RFC 6749. */
export type OAuthFault =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable';

/** A refusal of the token endpoint, in words for the author of the client; plain ASCII, as the RFC asks. */
export class OAuthRefusal extends Error {
  constructor(
    readonly fault: OAuthFault,
    message: string,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = 'OAuthRefusal';
  }
}

export interface TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Null: all rights of the client. */
  readonly scope: readonly string[] | null;
}

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Reads a request as RFC 6749 has it: the client by Basic or in the form, never both, nothing twice. */
export function readTokenRequest(form: string, authorization: string | undefined): TokenRequest {
  const fields = new URLSearchParams(form);
  const field = (name: string): string | null => {
    const [value, ...more] = fields.getAll(name);
    if (more.length > 0) throw new OAuthRefusal('invalid_request', `${name} is given more than once`);
    return value || null;
  };
  const grant = field('grant_type');
  if (grant === null) throw new OAuthRefusal('invalid_request', 'grant_type is missing');
  const inForm = { clientId: field('client_id'), clientSecret: field('client_secret') };
  const inHeader = authorization === undefined ? null : readBasic(authorization);
  if (inHeader && inForm.clientSecret !== null) {
    throw new OAuthRefusal('invalid_request', 'the client is authenticated both by header and in the form');
  }
  if (grant !== 'client_credentials') {
    throw new OAuthRefusal('unsupported_grant_type', 'only client_credentials is offered');
  }
  const scope = field('scope')?.split(' ').filter(Boolean) ?? null;
  const client = inHeader ?? withoutGaps(inForm);
  if (inForm.clientId !== null && plainId(inForm.clientId) !== plainId(client.clientId)) {
    throw new OAuthRefusal('invalid_request', 'client_id differs from the client in the header');
  }
  return { ...client, clientId: plainId(client.clientId), scope };
}

const noClient = () => new OAuthRefusal('invalid_client', 'no client authentication');

function withoutGaps({ clientId, clientSecret }: { [K in keyof Client]: string | null }): Client {
  if (clientId === null || clientSecret === null) throw noClient();
  return { clientId, clientSecret };
}

/** The id may be the one the API shows, which has a colon of its own: the secret begins after the last one. */
function readBasic(authorization: string): Client {
  const encoded = /^Basic +([A-Za-z0-9+/=]+) *$/i.exec(authorization)?.[1];
  if (!encoded) throw noClient();
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.lastIndexOf(':');
  if (colon < 1) throw noClient();
  return { clientId: unescaped(text.slice(0, colon)), clientSecret: unescaped(text.slice(colon + 1)) };
}

/** Both halves are form-encoded before they are joined, says the RFC; a value that is not encoded is used as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** A plain id, or a global id as the API shows it. */
const plainId = (id: string): string => id.replace(/^ApiToken:/, '');

export const isClientId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** A background job runs with all rights of the API token, so a token with fewer rights may not start it. */
const wholeOnly: ReadonlySet<string> = new Set<Right>(['export.run', 'import.run']);

/** Rights of an access token: the requested ones, all of which the API token must have. */
export function grantedRights(given: readonly string[], scope: readonly string[] | null): string[] {
  if (scope === null || scope.length === 0) return [...given];
  const known = new Set([...given, 'division.read']);
  const beyond = scope.filter((right) => !known.has(right));
  if (beyond.length > 0) {
    throw new OAuthRefusal('invalid_scope', 'the scope asks for rights that the client was not given');
  }
  const isWhole = given.every((right) => scope.includes(right));
  const background = scope.filter((right) => wholeOnly.has(right));
  if (!isWhole && background.length > 0) {
    throw new OAuthRefusal(
      'invalid_scope',
      `${background.join(', ')} comes with all rights of the client only`,
    );
  }
  return [...new Set(scope)].sort();
}

const hour = 3_600;

/** An hour, and never longer than the API token. */
export const lifetimeSeconds = (parentExpiresAt: string, now: Date): number =>
  Math.min(hour, Math.floor((Date.parse(parentExpiresAt) - now.getTime()) / 1_000));
