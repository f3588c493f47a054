import { once } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountStatus } from '#platform/access/account-status.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError, describe } from '#platform/core/errors.ts';
import { bankFileOf } from './batch/bank-file.service.ts';

/**
 * `POST /payments/<id of the batch>/file` with `{ "purpose": "…" }`: the file for the bank. A download is audited, so it
 * is not a GET.
 */
export function addPaymentRoutes(
  http: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  http.post<{ Params: { id: string } }>('/payments/:id/file', async (request, reply) => {
    try {
      const ctx = await contextOf(request, reply);
      const { storageKey, fileName } = await bankFileOf(ctx, request.params.id, request.body);
      const content = ctx.storage.get(storageKey);
      // Until the first header is sent, a file that cannot be read is still an ordinary error.
      await once(content, 'readable');
      return reply
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
        .header('cache-control', 'private, no-store')
        .send(content);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const status = error.code === 'INVALID_INPUT' ? 400 : (accountStatus[error.code] ?? 404);
      return reply.code(status).send({ errors: [{ extensions: describe(error) }] });
    }
  });
}
