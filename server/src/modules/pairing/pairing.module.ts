import { householdClosedPoint } from '#modules/household/household.service.ts';
import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { pairingEntity } from './pairing.entity.ts';
import { PairingResolver } from './pairing.resolver.ts';
import { endPairingsOfClosed } from './pairing.service.ts';
import { pairingFieldsExtensions } from './pairing-fields.entity.ts';

export const pairingModule = defineModule({
  name: 'pairing',
  entities: [pairingEntity],
  extensions: pairingFieldsExtensions,
  resolvers: [PairingResolver],
  constraints: {
    pairing_main: constraintMeans('MAIN_HELPER_EXISTS', 'input.role', 'input.householdId'),
    pairing_once: constraintMeans('OVERLAPPING_PAIRING', 'input.startedOn', 'input.householdId'),
    pairing_days: constraintMeans('DATE_BEFORE_PAIRING', 'input.endedOn', 'input.lastDay'),
  },
  provides: [householdClosedPoint.with(endPairingsOfClosed)],
});
