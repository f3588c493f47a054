import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { attachmentEntity, attachmentExtensions } from './attachment.entity.ts';
import { problemEntity, problemExtensions, problemStepEntity } from './problem/problem.entity.ts';
import { ProblemResolver } from './problem/problem.resolver.ts';
import { visitCheckEntity, visitEntity, visitExtensions, visitVersionEntity } from './visit.entity.ts';
import { VisitResolver } from './visit.resolver.ts';

export const visitModule = defineModule({
  name: 'visit',
  entities: [
    visitCheckEntity,
    visitVersionEntity,
    visitEntity,
    attachmentEntity,
    problemStepEntity,
    problemEntity,
  ],
  extensions: [...visitExtensions, ...attachmentExtensions, ...problemExtensions],
  resolvers: [VisitResolver, ProblemResolver],
  constraints: { visit_county_code_id_pk: constraintMeans('VISIT_EXISTS', 'input.id') },
});
