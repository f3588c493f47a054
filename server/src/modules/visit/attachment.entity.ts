import { asc } from 'drizzle-orm';
import { pick } from '#platform/core/pick.ts';
import { defineEntity, extend, many } from '#platform/read/entity.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import { Attachment } from '#schema/attachment/attachment.type.ts';
import { visit } from '#schema/visit/visit.table.ts';
import { visitEntity } from './visit.entity.ts';
import { ofVisitScope } from './visit.policy.ts';

/** File names are often names of people: the trail identifies a file by its hash. */
export const factsOfFile = (
  file: Pick<typeof attachment.$inferSelect, 'mediaType' | 'byteSize' | 'sha256'>,
) => pick(file, ['mediaType', 'byteSize', 'sha256']);

/** Files of visits; an unused upload can be read only by its uploader, over HTTP. */
export const attachmentEntity = defineEntity({
  type: Attachment,
  table: attachment,
  feed: { hangsOn: { on: visit, by: attachment.visitId } },
  removable: true,
  audited: factsOfFile,
  plural: 'attachments',
  right: 'visit.read',
  scope: ofVisitScope,
});

/** Fields and relations added to types of other modules. */
export const attachmentExtensions = [
  extend(visitEntity, {
    relations: {
      photos: many(() => attachmentEntity, { countyCode: 'countyCode', id: 'visitId' }, 'Its photos.', {
        order: () => [asc(attachment.uploadedAt), asc(attachment.id)],
      }),
    },
  }),
];
