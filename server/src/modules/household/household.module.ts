import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { formerResidentId } from '#schema/household/member.table.ts';
import { categoryEntity, historyExtensions } from './history/history.entity.ts';
import { householdEntity } from './household.entity.ts';
import { HouseholdResolver } from './household.resolver.ts';
import { incomeEntity, incomeExtensions, yearEntity } from './income/income.entity.ts';
import { memberEntity, memberExtensions } from './member/member.entity.ts';
import { MemberResolver } from './member/member.resolver.ts';
import { RegisterResolver } from './register.resolver.ts';
import { riskEntity, riskExtensions } from './risk/risk.entity.ts';
import { RiskResolver } from './risk/risk.resolver.ts';

export const householdModule = defineModule({
  name: 'household',
  entities: [householdEntity, memberEntity, categoryEntity, incomeEntity, yearEntity, riskEntity],
  histories: [formerResidentId],
  extensions: [...memberExtensions, ...historyExtensions, ...incomeExtensions, ...riskExtensions],
  resolvers: [HouseholdResolver, MemberResolver, RegisterResolver, RiskResolver],
  constraints: {
    household_number: constraintMeans('ALREADY_EXISTS', 'input.number'),
    household_risk_open: constraintMeans('RISK_EXISTS', 'input.kind', 'input.id'),
    member_resident_id: constraintMeans(
      'DUPLICATE_PERSON',
      'input.headResidentId',
      'input.residentId',
      'input.householdId',
    ),
  },
});
