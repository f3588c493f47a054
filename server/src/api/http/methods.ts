import type { FastifyInstance } from 'fastify';
import { AppError } from '#platform/core/errors.ts';

const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * What a route does not take is refused with 405 and the methods it does take, instead of "not found". To be called
 * before any route is made; the answer to it closes the list, after all of them.
 */
export function refuseOtherMethods(http: FastifyInstance): () => void {
  const methods = new Map<string, Set<string>>();
  http.addHook('onRoute', ({ url, method }) => {
    const own = methods.get(url) ?? new Set();
    for (const one of [method].flat()) own.add(one);
    methods.set(url, own);
  });
  return () => {
    // Pages of the console may have any address without a route.
    for (const [url, own] of [...methods].filter(([path]) => !path.includes('*'))) {
      const allow = [...own].sort().join(', ');
      http.route({
        method: known.filter((method) => !own.has(method)),
        url,
        // Before the body is read.
        onRequest: async (_request, reply) => {
          reply.header('allow', allow);
          throw new AppError('METHOD_NOT_ALLOWED');
        },
        handler: async () => undefined,
      });
    }
  };
}
