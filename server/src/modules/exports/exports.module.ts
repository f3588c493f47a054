import { defineModule } from '#platform/module/module.ts';
import { addExportChoices } from './exports.choices.ts';
import { exportJobEntity } from './exports.entity.ts';
import { addExportRoutes } from './exports.http.ts';
import { exportJobs } from './exports.jobs.ts';
import { ExportJobResolver } from './exports.resolver.ts';
import { exportTidyQueue } from './exports.service.ts';

export const exportsModule = defineModule({
  name: 'exports',
  entities: [exportJobEntity],
  resolvers: [ExportJobResolver],
  completeTypes: addExportChoices,
  jobs: ({ systemContext, schema }) => exportJobs(systemContext, schema),
  schedules: { [exportTidyQueue]: '*/10 * * * *' },
  routes: (http, { contextOf }) => addExportRoutes(http, contextOf),
});
