import { defineModule } from '#platform/module/module.ts';
import { policyBandEntity, policyEntity, policyThresholdEntity } from './policy.entity.ts';
import { PolicyResolver } from './policy.resolver.ts';

export const policyModule = defineModule({
  name: 'policy',
  entities: [policyEntity, policyThresholdEntity, policyBandEntity],
  resolvers: [PolicyResolver],
});
