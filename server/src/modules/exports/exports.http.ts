import { once } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountStatus } from '#platform/access/account-status.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { downloadOf } from './download.service.ts';

/** `GET /exports/<id>`: the file of one's own export. */
export function addExportRoutes(
  http: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  // A HEAD request would otherwise be audited as a download.
  const options = { exposeHeadRoute: false };
  http.get<{ Params: { id: string } }>('/exports/:id', options, async (request, reply) => {
    try {
      const ctx = await contextOf(request, reply);
      const file = await downloadOf(ctx, request.params.id);
      const content = ctx.storage.get(file.storageKey);
      // Until the first header is sent, a file that cannot be read is still an ordinary error.
      await once(content, 'readable');
      return reply
        .header('content-type', file.mediaType)
        .header('content-length', file.byteSize)
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .header('cache-control', 'private, no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(content);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw Object.assign(error, { statusCode: accountStatus[error.code] ?? 404 });
    }
  });
}
