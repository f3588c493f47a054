import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { BoardCountsResolver, BoardResolver, DutyCardResolver } from './board.resolver.ts';
import { dutyExcuseEntity, dutyExtensions, visitDutyEntity } from './duty.entity.ts';
import { DutyResolver } from './duty.resolver.ts';

export const dutyModule = defineModule({
  name: 'duty',
  entities: [dutyExcuseEntity, visitDutyEntity],
  extensions: dutyExtensions,
  resolvers: [DutyResolver, BoardResolver, BoardCountsResolver, DutyCardResolver],
  constraints: { duty_excuse_period: constraintMeans('DUTY_NOT_OPEN', 'input.period') },
});
