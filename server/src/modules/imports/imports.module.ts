import { defineModule } from '#platform/module/module.ts';
import { importBatchEntity, importRowEntity } from './batch/imports.entity.ts';
import { addImportRoutes } from './batch/imports.http.ts';
import { importJobs } from './batch/imports.jobs.ts';
import { ImportBatchResolver, ImportRowResolver } from './batch/imports.resolver.ts';

export const importsModule = defineModule({
  name: 'imports',
  entities: [importBatchEntity, importRowEntity],
  resolvers: [ImportBatchResolver, ImportRowResolver],
  jobs: ({ systemContext }) => importJobs(systemContext),
  routes: (http, { contextOf }) => addImportRoutes(http, contextOf),
});
