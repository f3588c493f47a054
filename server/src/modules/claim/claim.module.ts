import { defineModule } from '#platform/module/module.ts';
import { claimEntity, claimExtensions } from './claim.entity.ts';
import { ClaimResolver } from './claim.resolver.ts';
import { claimExpenseEntity, claimLayerEntity, claimStepEntity } from './claim-parts.entity.ts';

export const claimModule = defineModule({
  name: 'claim',
  entities: [claimEntity, claimStepEntity, claimExpenseEntity, claimLayerEntity],
  extensions: claimExtensions,
  resolvers: [ClaimResolver],
});
