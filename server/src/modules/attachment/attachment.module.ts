import { defineModule } from '#platform/module/module.ts';
import { addFileRoutes } from './attachment.http.ts';

export const attachmentModule = defineModule({
  name: 'attachment',
  routes: (http, { contextOf }) => addFileRoutes(http, contextOf),
});
