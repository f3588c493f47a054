import { developerMessages } from '../developers/developers.messages.ts';
import type { MessageTree } from '../i18n/messages.ts';
import { auditMessages } from './audit/audit.messages.ts';
import { boardMessages } from './board/board.messages.ts';
import { cadreMessages } from './cadres/cadres.messages.ts';
import { countyMessages } from './counties/counties.messages.ts';
import { divisionMessages } from './divisions/divisions.messages.ts';
import { dutyMessages } from './duties/duties.messages.ts';
import { exportMessages } from './exports/exports.messages.ts';
import { householdMessages } from './households/households.messages.ts';
import { importMessages } from './imports/imports.messages.ts';
import { organizationMessages } from './organizations/organizations.messages.ts';
import { pairingMessages } from './pairings/pairings.messages.ts';
import { problemMessages } from './problems/problems.messages.ts';
import { policyMessages } from './second-factor-policy/policy.messages.ts';
import { sessionMessages } from './session/session.messages.ts';
import { tokenMessages } from './tokens/tokens.messages.ts';
import { userMessages } from './users/users.messages.ts';
import { visitMessages } from './visits/visits.messages.ts';
import { webhookMessages } from './webhooks/webhooks.messages.ts';

/** react-admin looks for `resources.<name>.name` and `.fields.<source>` here. */
export const resourceMessages = {
  session: sessionMessages,
  board: boardMessages,
  duties: dutyMessages,
  households: householdMessages,
  cadres: cadreMessages,
  organizations: organizationMessages,
  pairings: pairingMessages,
  counties: countyMessages,
  visits: visitMessages,
  problems: problemMessages,
  imports: importMessages,
  exports: exportMessages,
  users: userMessages,
  secondFactorPolicy: policyMessages,
  tokens: tokenMessages,
  webhooks: webhookMessages,
  audit: auditMessages,
  divisions: divisionMessages,
  developers: developerMessages,
} as const satisfies MessageTree;
