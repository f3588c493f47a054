import type { ResourceDefinition } from '../providers/definition.ts';
import { divisionDefinition } from './divisions/divisions.graphql.ts';
import { householdDefinition } from './households/households.graphql.ts';
import { userDefinition } from './users/users.graphql.ts';

/** Resource name → its documents. The data provider knows nothing else about a resource. */
export const resourceDefinitions: Readonly<Record<string, ResourceDefinition>> = {
  divisions: divisionDefinition,
  households: householdDefinition,
  users: userDefinition,
};
