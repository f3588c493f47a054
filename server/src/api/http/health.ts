import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { ReadCounts } from '#api/request/statement-reads.ts';
import type { Log } from '#platform/core/log.ts';

/** From this machine by itself: what a proxy here passes on comes from elsewhere, whether or not it is believed. */
const isFromHere = ({ ip, headers }: FastifyRequest): boolean =>
  ['127.0.0.1', '::1'].includes(ip) && !headers['x-forwarded-for'] && !headers.forwarded;

/** Whether the process lives, whether it can work, and what it has been doing; and one log line per request. */
export function addHealth(
  http: FastifyInstance,
  isReady: () => Promise<boolean>,
  log: Log,
  reads: ReadCounts,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  new Counter({
    name: 'graphql_operations_total',
    help: 'Operations by the way they took: one statement, or resolvers.',
    labelNames: ['way'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [way, count] of Object.entries(reads)) this.inc({ way }, count);
    },
  });
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    const milliseconds = Math.round(reply.elapsedTime);
    // The route and not the path: a path may carry an id.
    log.info(
      { requestId: request.id, method: request.method, route, status: reply.statusCode, milliseconds },
      'request',
    );
  });
  http.get('/healthz', async () => ({ status: 'up' }));
  http.get('/readyz', async (_request, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  http.get('/metrics', async (request, reply) => {
    if (!isFromHere(request)) return reply.code(404).send({ status: 'not found' });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
