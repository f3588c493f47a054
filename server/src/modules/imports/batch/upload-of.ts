import type { Context } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import { parseGlobalId } from '#platform/core/ids.ts';
import { selectUpload } from './imports.queries.ts';

/** An upload is visible to its uploader only. */
export async function uploadOf(ctx: Context, countyCode: string, fileId: string) {
  const parsed = parseGlobalId(fileId);
  const [county = '', id = ''] = parsed?.parts ?? [];
  if (parsed?.type !== 'Attachment' || !/^[0-9a-f-]{36}$/.test(id))
    throw invalid({ 'input.fileId': 'INVALID_ID' });
  const upload = county === countyCode ? await selectUpload(ctx, { countyCode, id }) : null;
  if (!upload || upload.visitId !== null || upload.uploadedBy !== ctx.viewer?.userId)
    throw notFound('input.fileId');
  return upload;
}
