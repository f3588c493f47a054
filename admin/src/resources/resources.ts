import { developersResource } from '../developers/index.ts';
import type { ConsoleResource } from '../shared/resource/console-resource.ts';
import { auditResource } from './audit/index.ts';
import { boardResource } from './board/index.ts';
import { cadresResource } from './cadres/index.ts';
import { claimsResource } from './claims/index.ts';
import { countiesResource } from './counties/index.ts';
import { divisionsResource } from './divisions/index.ts';
import { dutiesResource } from './duties/index.ts';
import { exportsResource } from './exports/index.ts';
import { fundDocumentsResource } from './fund-documents/index.ts';
import { fundLinesResource } from './fund-lines/index.ts';
import { fundsResource } from './funds/index.ts';
import { householdsResource } from './households/index.ts';
import { importsResource } from './imports/index.ts';
import { organizationsResource } from './organizations/index.ts';
import { pairingsResource } from './pairings/index.ts';
import { paymentBatchesResource } from './payment-batches/index.ts';
import { policiesResource } from './policies/index.ts';
import { problemsResource } from './problems/index.ts';
import { projectsResource } from './projects/index.ts';
import { secondFactorPolicyResource } from './second-factor-policy/index.ts';
import { sessionResource } from './session/index.ts';
import { tokensResource } from './tokens/index.ts';
import { usersResource } from './users/index.ts';
import { visitsResource } from './visits/index.ts';
import { webhooksResource } from './webhooks/index.ts';

/** All resources of the console, in menu order; each is declared in its folder. */
export const consoleResources: readonly ConsoleResource[] = [
  boardResource,
  householdsResource,
  cadresResource,
  organizationsResource,
  pairingsResource,
  dutiesResource,
  visitsResource,
  problemsResource,
  projectsResource,
  policiesResource,
  fundsResource,
  fundDocumentsResource,
  fundLinesResource,
  paymentBatchesResource,
  claimsResource,
  importsResource,
  exportsResource,
  countiesResource,
  usersResource,
  secondFactorPolicyResource,
  tokensResource,
  webhooksResource,
  auditResource,
  divisionsResource,
  developersResource,
  sessionResource,
];
