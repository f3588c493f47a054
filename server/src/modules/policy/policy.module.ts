import { defineModule } from '#platform/module/module.ts';

export const policyModule = defineModule({
  name: 'policy',
});
