import { defineModule } from '#platform/module/module.ts';
import { divisionChange } from '#schema/division/division.table.ts';
import { divisionEntity } from './division.entity.ts';
import { DivisionResolver } from './division.resolver.ts';

export const divisionModule = defineModule({
  name: 'division',
  entities: [divisionEntity],
  histories: [divisionChange],
  resolvers: [DivisionResolver],
});
