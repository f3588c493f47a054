import type { FastifyRequest } from 'fastify';

const parts = ['query', 'operationName', 'variables', 'extensions'] as const;

/** Parts of the address that are JSON; text that is none is left for Apollo to refuse. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Puts the query of a GET request where a POST has it, so that later steps read both alike. */
export function readQueryString(request: FastifyRequest): void {
  const given = new URL(request.url, 'http://localhost').searchParams;
  const body = parts.flatMap((name) => {
    const [value, ...more] = given.getAll(name);
    // Given twice, it is Apollo's to refuse.
    if (value === undefined || more.length > 0) return [];
    return [[name, name === 'variables' || name === 'extensions' ? parsed(value) : value]];
  });
  request.body = Object.fromEntries(body);
}

/**
 * Puts the document in the place of its hash. A page elsewhere can make browsers send a GET, but neither with the
 * session's cookie nor so that it could read the answer, and a query changes nothing: no header has to prove that a
 * page of ours sent it, as it has to for a POST.
 */
export function writeAddress(request: FastifyRequest): void {
  request.headers['apollo-require-preflight'] = 'true';
  const { query, extensions } = request.body as { query?: unknown; extensions?: unknown };
  const address = new URL(request.url, 'http://localhost');
  if (typeof query === 'string' && !address.searchParams.has('query')) {
    address.searchParams.set('query', query);
    address.searchParams.set('extensions', JSON.stringify(extensions ?? {}));
    request.raw.url = `${address.pathname}${address.search}`;
  }
}
