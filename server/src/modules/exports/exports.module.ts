import { defineModule } from '#platform/module/module.ts';
import { exportJobEntity } from './exports.entity.ts';
import { addExportRoutes } from './exports.http.ts';
import { exportJobs } from './exports.jobs.ts';
import { ExportJobResolver, startExportResolver } from './exports.resolver.ts';
import { exportTidyQueue } from './exports.service.ts';

export const exportsModule = defineModule({
  name: 'exports',
  entities: [exportJobEntity],
  resolvers: [ExportJobResolver],
  resolversOf: (catalog) => [startExportResolver(catalog)],
  jobs: ({ systemContext, schema }) => exportJobs(systemContext, schema),
  schedules: { [exportTidyQueue]: '*/10 * * * *' },
  routes: (http, { contextOf }) => addExportRoutes(http, contextOf),
});
