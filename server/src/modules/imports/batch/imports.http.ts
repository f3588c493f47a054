import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountStatus } from '#platform/access/account-status.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError, describe } from '#platform/core/errors.ts';
import { traceOf } from '#platform/core/trace.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { rejectedOf } from './rejected-rows.service.ts';

const statusOf: Partial<Record<ErrorCode, number>> = {
  ...accountStatus,
  FORBIDDEN: 403,
  INVALID_INPUT: 400,
  FILE_DELETED: 410,
};

/**
 * `POST /imports/<id of the batch>/rejected.xlsx` with `{ "purpose": "…" }`: the refused rows with the reason beside
 * each. A download is audited, so it is not a GET; a missing field is named.
 */
export function addImportRoutes(
  http: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  const url = '/imports/:id/rejected.xlsx';
  const options = { method: ['GET', 'POST'], url, exposeHeadRoute: false };
  http.route<{ Params: { id: string } }>({ ...options, handler });

  async function handler(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) {
    try {
      const ctx = await contextOf(request, reply);
      const { fileName, write } = await rejectedOf(ctx, request.params.id, request.body);
      const out = new PassThrough();
      // An error aborts the download, so that a partial file is not mistaken for the whole.
      write(out).catch((error: unknown) => {
        ctx.log.error(traceOf(error), 'refused rows');
        out.destroy(error instanceof Error ? error : undefined);
      });
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
        .header('cache-control', 'no-store')
        .send(out);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return reply.code(statusOf[error.code] ?? 404).send({ errors: [{ extensions: describe(error) }] });
    }
  }
}
