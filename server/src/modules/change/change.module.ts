import { defineModule } from '#platform/module/module.ts';
import { ChangeResolver } from './change.resolver.ts';

export const changeModule = defineModule({
  name: 'change',
  resolvers: [ChangeResolver],
});
