import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { projectEntity } from './project.entity.ts';
import { ProjectResolver } from './project.resolver.ts';

export const projectModule = defineModule({
  name: 'project',
  entities: [projectEntity],
  resolvers: [ProjectResolver],
  constraints: { project_number: constraintMeans('ALREADY_EXISTS', 'input.number') },
});
