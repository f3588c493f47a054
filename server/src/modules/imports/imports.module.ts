import { defineModule } from '#platform/module/module.ts';
import { importBatchEntity, importRowEntity } from './batch/imports.entity.ts';
import { addImportRoutes } from './batch/imports.http.ts';
import { importJobs } from './batch/imports.jobs.ts';
import { ImportBatchResolver, ImportRowResolver } from './batch/imports.resolver.ts';
import { importTidyQueue } from './batch/imports.service.ts';
import { memberStage } from './members/members.stage.ts';
import { rosterStage } from './roster/roster.stage.ts';
import { stagePoint } from './staging/stage.ts';
import { visitStage } from './visits/visits.stage.ts';

export const importsModule = defineModule({
  name: 'imports',
  entities: [importBatchEntity, importRowEntity],
  resolvers: [ImportBatchResolver, ImportRowResolver],
  provides: [stagePoint.with(rosterStage), stagePoint.with(memberStage), stagePoint.with(visitStage)],
  jobs: ({ systemContext }) => importJobs(systemContext),
  schedules: { [importTidyQueue]: '5-59/10 * * * *' },
  routes: (http, { contextOf }) => addImportRoutes(http, contextOf),
});
