import { defineModule } from '#platform/module/module.ts';
import { addFileRoutes } from './attachment.http.ts';
import { removeStaleUploads, uploadTidyQueue } from './attachment.service.ts';

export const attachmentModule = defineModule({
  name: 'attachment',
  jobs: ({ systemContext }) => ({
    handlers: { [uploadTidyQueue]: async () => void (await removeStaleUploads(systemContext())) },
  }),
  schedules: { [uploadTidyQueue]: '2-59/10 * * * *' },
  routes: (http, { contextOf }) => addFileRoutes(http, contextOf),
});
