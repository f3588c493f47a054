import type { ResourceDefinition } from '../providers/definition.ts';
import { auditDefinition } from './audit/audit.graphql.ts';
import { divisionDefinition } from './divisions/divisions.graphql.ts';
import { householdDefinition } from './households/households.graphql.ts';
import { tokenDefinition } from './tokens/tokens.graphql.ts';
import { userDefinition } from './users/users.graphql.ts';

/** Resource name → its documents. The data provider knows nothing else about a resource. */
export const resourceDefinitions: Readonly<Record<string, ResourceDefinition>> = {
  divisions: divisionDefinition,
  households: householdDefinition,
  tokens: tokenDefinition,
  users: userDefinition,
  audit: auditDefinition,
};
