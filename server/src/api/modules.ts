import '#modules/audit/audit.entity.ts';
import '#modules/division/division.entity.ts';
import { HouseholdResolver } from '#modules/household/household.resolver.ts';
import { NodeResolver } from './node.resolver.ts';

/**
 * The modules in their order: each may use those above it, none below. Importing a module's entity declares what it
 * reads; its resolver holds its verbs.
 */
export const moduleResolvers = [NodeResolver, HouseholdResolver];
