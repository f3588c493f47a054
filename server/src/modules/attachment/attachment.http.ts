import { once } from 'node:events';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { accountStatus } from '#platform/access/account-status.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { discardRest, receiveUpload, type UploadLimits, uploadLimits } from '#platform/files/uploads.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { fileOf, uploadFile } from './attachment.service.ts';

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const statusOf: Partial<Record<ErrorCode, number>> = {
  ...accountStatus,
  INVALID_INPUT: 400,
  CROSS_SITE: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  BODY_TOO_LARGE: 413,
  FILE_TYPE: 415,
  RATE_LIMITED: 429,
};

/**
 * `POST /files?county=<code>` uploads one file in a form, `GET /files/<id>` serves the photo of a visit. An unused
 * upload is served to its uploader by `POST /files/<id>` with `{ "purpose": "…" }`, because it may be a list of people.
 */
export async function addFileRoutes(
  http: FastifyInstance,
  contextOf: ContextOf,
  limits: UploadLimits = uploadLimits,
): Promise<void> {
  // A scope of its own: forms are parsed on no other route.
  const room: FastifyPluginAsync = async (within) => {
    within.removeAllContentTypeParsers();
    await within.register(multipart);
    within.addContentTypeParser('*', (_request, _payload, done) => done(null));
    within.post('/files', refusing(receiveFile(contextOf, limits), limits));
    within.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 10_000 }, asJson);
    const sending = { url: '/files/:id', handler: refusing(sendFile(contextOf), limits) };
    within.route({ ...sending, method: ['GET', 'POST'], exposeHeadRoute: false });
  };
  await http.register(room);
}

/** Whatever it is, the purpose is then missing in it. */
async function asJson(_request: unknown, text: string | Buffer): Promise<unknown> {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/** Answers refusals with their HTTP status; the rest of the body is discarded. */
const refusing =
  (handle: Handler, { lingerMs }: UploadLimits): Handler =>
  async (request, reply) => {
    try {
      return await handle(request, reply);
    } catch (error) {
      discardRest(request.raw, lingerMs);
      if (!(error instanceof AppError)) throw error;
      throw Object.assign(error, { statusCode: statusOf[error.code] });
    }
  };

const receiveFile =
  (contextOf: ContextOf, limits: UploadLimits): Handler =>
  async (request, reply) => {
    checkPreflight(request);
    const ctx = await contextOf(request, reply);
    const { county } = request.query as { county?: unknown };
    const made = await uploadFile(ctx, String(county), (mayKeep) =>
      receiveUpload(request, ctx.storage, mayKeep, limits),
    );
    return reply.code(201).header('cache-control', 'no-store').send(made);
  };

const sendFile =
  (contextOf: ContextOf): Handler =>
  async (request, reply) => {
    const ctx = await contextOf(request, reply);
    const file = await fileOf(ctx, (request.params as { id: string }).id, request.body);
    const content = ctx.storage.get(file.storageKey);
    // Until the first header is sent, a file that cannot be read is still an ordinary error.
    await once(content, 'readable');
    return reply
      .header('content-type', file.mediaType)
      .header('content-length', file.byteSize)
      .header('content-disposition', disposition(file))
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('etag', `"${file.sha256}"`)
      .send(content);
  };

/** A page of another site can send a form, but no custom header without a preflight request. */
function checkPreflight({ headers }: FastifyRequest): void {
  if (!headers['apollo-require-preflight'] && !headers['x-bangfu']) throw new AppError('CROSS_SITE');
}

function disposition({ mediaType, fileName }: { mediaType: string; fileName: string }): string {
  const how = mediaType.startsWith('image/') ? 'inline' : 'attachment';
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename*=UTF-8''${encoded}`;
}
