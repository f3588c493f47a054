import { existsSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#platform/core/errors.ts';

/** Nothing from elsewhere, no frames around us; styles are written into the page by the component library. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Serves the built console; every path of its own that is not a file is its index page. */
export async function serveConsole(http: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  // Vite puts a hash of the content into these names.
  const hashed = join(folder, 'assets', sep);
  await http.register(fastifyStatic, {
    root: folder,
    // The build puts `.br` and `.gz` beside each text; what has none is sent as it is.
    preCompressed: true,
    // Its own header would take the place of ours.
    cacheControl: false,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith(hashed);
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('vary', 'accept-encoding');
    },
  });
  http.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' && isFile(folder, request.url)) {
      reply.header('allow', 'GET, HEAD');
      throw new AppError('METHOD_NOT_ALLOWED');
    }
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (!wantsPage) return reply.code(404).send({ status: 'not found' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

/** Whether there is something to read at an address. */
function isFile(folder: string, url: string): boolean {
  const { pathname } = new URL(url, 'http://localhost');
  try {
    const path = join(folder, decodeURIComponent(pathname));
    if (pathname === '/') return true;
    return path.startsWith(join(folder, sep)) && statSync(path).isFile();
  } catch {
    // Spelled as no file can be, or not there.
    return false;
  }
}

/** Browsers that came by https once come by nothing else for a year. */
const onlyHttps = 'max-age=31536000';

/** `secure`: people reach the server by https. */
export function addSafetyHeaders(http: FastifyInstance, secure: boolean): void {
  http.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    if (secure) reply.header('strict-transport-security', onlyHttps);
    if (String(reply.getHeader('content-type')).startsWith('text/html'))
      reply.header('content-security-policy', policy);
  });
}
