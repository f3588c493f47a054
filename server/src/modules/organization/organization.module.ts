import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { organizationEntity } from './organization.entity.ts';
import { OrganizationResolver } from './organization.resolver.ts';

export const organizationModule = defineModule({
  name: 'organization',
  entities: [organizationEntity],
  resolvers: [OrganizationResolver],
  constraints: { organization_name: constraintMeans('ALREADY_EXISTS', 'input.name') },
});
