import { defineModule } from '#platform/module/module.ts';
import { countyEntity, dutyRuleEntity } from './county.entity.ts';
import { CountyResolver } from './county.resolver.ts';

export const countyModule = defineModule({
  name: 'county',
  entities: [dutyRuleEntity, countyEntity],
  resolvers: [CountyResolver],
});
