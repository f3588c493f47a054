import { eq, ne } from 'drizzle-orm';
import { whichToken, whoDid } from '#modules/identity/user/who.entity.ts';
import { movesWithDivision } from '#platform/feed/place.ts';
import { by, defineEntity } from '#platform/read/entity.ts';
import { byDivision, oneOf } from '#platform/read/scope.ts';
import { ExportStatus } from '#schema/codes/export.codes.ts';
import { exportJob } from '#schema/exports/exports.table.ts';
import { ExportJob } from '#schema/exports/exports.type.ts';

/** Jobs are visible to everyone who may export the same division; the file only to its owner. */
export const exportJobEntity = defineEntity({
  type: ExportJob,
  table: exportJob,
  // A file is given to whoever sees as much as stands in `seen`.
  place: movesWithDivision({ namedIn: ['seen'] }),
  key: ['id'],
  plural: 'exports',
  right: 'export.run',
  scope: byDivision('divisionCode'),
  query: { one: 'exportJob', list: 'exportJobs' },
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
  sorts: { CREATED_AT: { description: 'By the time it was asked for.', sql: by('createdAt') } },
  filters: {
    mine: {
      type: () => Boolean,
      description: "True: the viewer's own; false: those of others.",
      sql: (_t, value: boolean, ctx) =>
        (value ? eq : ne)(exportJob.startedBy, ctx.viewer?.userId ?? '00000000-0000-0000-0000-000000000000'),
    },
    status: { type: () => [ExportStatus.enum], description: 'Any of these.', sql: oneOf('status') },
  },
  computed: {
    startedBy: whoDid('startedBy', 'Who asked for it.'),
    startedByToken: whichToken('tokenId', 'The token by which a program asked, by name.'),
  },
});
