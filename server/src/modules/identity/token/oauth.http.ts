import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { traceOf } from '#platform/core/trace.ts';
import type { RouteDeps } from '#platform/module/module.ts';
import { noAnswer } from '#platform/write/refusals.ts';
import { OAuthRefusal, readTokenRequest } from './oauth.rules.ts';
import { issueAccessToken } from './oauth.service.ts';

const formType = 'application/x-www-form-urlencoded';
const lockSeconds = 15 * 60;

/** `POST /oauth/token`: the client-credentials grant of RFC 6749, with a token's id and secret for the client. */
export async function addOAuthRoutes(
  http: FastifyInstance,
  { anonymousContext: anonymous }: Pick<RouteDeps, 'anonymousContext'>,
): Promise<void> {
  await http.register((scope, _options, ready) => {
    // Form bodies are parsed on this route only: cross-site forms must not reach routes that accept cookies.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(formType, { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
    });
    scope.setErrorHandler((error, request, reply) =>
      noAnswer(error)
        ? reply.code(503).header('retry-after', '2').send({ error: 'temporarily_unavailable' })
        : answer(asRefusal(error, anonymous(request)), reply),
    );
    scope.post<{ Body: string }>('/oauth/token', { bodyLimit: 8 * 1024 }, async (request, reply) => {
      reply.header('x-request-id', request.id);
      const tokenRequest = readTokenRequest(request.body ?? '', request.headers.authorization);
      const issued = await issueAccessToken(anonymous(request), tokenRequest);
      return {
        access_token: issued.accessToken,
        token_type: 'Bearer',
        expires_in: issued.expiresIn,
        scope: issued.scope,
      };
    });
    ready();
  });
}

function asRefusal(error: unknown, ctx: Context): OAuthRefusal | null {
  if (error instanceof OAuthRefusal) return error;
  const slowDown = (seconds: number) =>
    new OAuthRefusal('temporarily_unavailable', 'too many requests or failures; wait', seconds);
  if (error instanceof AppError && error.code === 'LOCKED_OUT') return slowDown(lockSeconds);
  if (error instanceof AppError && error.code === 'RATE_LIMITED') {
    return slowDown(Number(error.details.retryAfterSeconds ?? 1));
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status < 500) return new OAuthRefusal('invalid_request', `send a small body of type ${formType}`);
  ctx.log.error({ requestId: ctx.requestId, ...traceOf(error) }, 'unexpected error');
  return null;
}

const statusOf = ({ fault }: OAuthRefusal): number =>
  fault === 'invalid_client' ? 401 : fault === 'temporarily_unavailable' ? 429 : 400;

function answer(refusal: OAuthRefusal | null, reply: FastifyReply) {
  if (!refusal) return reply.code(500).send({ error: 'server_error' });
  const status = statusOf(refusal);
  if (status === 401) reply.header('www-authenticate', 'Basic realm="bangfu"');
  if (refusal.retryAfterSeconds !== null) reply.header('retry-after', String(refusal.retryAfterSeconds));
  return reply.code(status).send({ error: refusal.fault, error_description: refusal.message });
}
