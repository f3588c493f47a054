import type { MessageTree } from '../i18n/messages.ts';
import { auditMessages } from './audit/audit.messages.ts';
import { householdMessages } from './households/households.messages.ts';
import { sessionMessages } from './session/session.messages.ts';
import { tokenMessages } from './tokens/tokens.messages.ts';
import { userMessages } from './users/users.messages.ts';

const named = (zh: string, en: string) => ({ name: [zh, en] as const });

/** react-admin looks for `resources.<name>.name` and `.fields.<source>` here. */
export const resourceMessages = {
  session: sessionMessages,
  board: named('看板', 'Board'),
  households: householdMessages,
  cadres: named('干部', 'Cadre |||| Cadres'),
  pairings: named('结对', 'Pairing |||| Pairings'),
  visits: named('走访', 'Visit |||| Visits'),
  problems: named('问题', 'Problem |||| Problems'),
  imports: named('导入', 'Import |||| Imports'),
  users: userMessages,
  tokens: tokenMessages,
  audit: auditMessages,
  divisions: named('行政区划', 'Division |||| Divisions'),
} as const satisfies MessageTree;
