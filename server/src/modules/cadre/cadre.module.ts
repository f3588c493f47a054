import { followerPoint } from '#platform/feed/followers.ts';
import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { cadreEntity, cadreExtensions } from './cadre.entity.ts';
import { selectWithAccount } from './cadre.queries.ts';
import { CadreResolver } from './cadre.resolver.ts';

export const cadreModule = defineModule({
  name: 'cadre',
  entities: [cadreEntity],
  extensions: cadreExtensions,
  resolvers: [CadreResolver],
  constraints: { cadre_phone: constraintMeans('ALREADY_EXISTS', 'input.phone') },
  provides: [followerPoint.with(selectWithAccount)],
});
