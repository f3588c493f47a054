import { defineModule } from '#platform/module/module.ts';
import { auditEntity } from './audit.entity.ts';

export const auditModule = defineModule({
  name: 'audit',
  entities: [auditEntity],
});
