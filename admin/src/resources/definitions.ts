import type { ResourceDefinition } from '../providers/definition.ts';
import { auditDefinition } from './audit/audit.graphql.ts';
import { cadreDefinition } from './cadres/cadres.graphql.ts';
import { countyDefinition } from './counties/counties.graphql.ts';
import { divisionDefinition } from './divisions/divisions.graphql.ts';
import { dutyDefinition } from './duties/duties.graphql.ts';
import { exportDefinition } from './exports/exports.graphql.ts';
import { householdDefinition } from './households/households.graphql.ts';
import { importDefinition } from './imports/imports.graphql.ts';
import { organizationDefinition } from './organizations/organizations.graphql.ts';
import { pairingDefinition } from './pairings/pairings.graphql.ts';
import { problemDefinition } from './problems/problems.graphql.ts';
import { tokenDefinition } from './tokens/tokens.graphql.ts';
import { userDefinition } from './users/users.graphql.ts';
import { visitDefinition } from './visits/visits.graphql.ts';
import { webhookDefinition } from './webhooks/webhooks.graphql.ts';

/** Resource name → its documents. The data provider knows nothing else about a resource. */
export const resourceDefinitions: Readonly<Record<string, ResourceDefinition>> = {
  cadres: cadreDefinition,
  counties: countyDefinition,
  divisions: divisionDefinition,
  duties: dutyDefinition,
  households: householdDefinition,
  organizations: organizationDefinition,
  pairings: pairingDefinition,
  problems: problemDefinition,
  imports: importDefinition,
  exports: exportDefinition,
  tokens: tokenDefinition,
  users: userDefinition,
  visits: visitDefinition,
  webhooks: webhookDefinition,
  audit: auditDefinition,
};
