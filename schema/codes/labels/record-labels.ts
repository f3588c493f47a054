import { attachmentLabels } from '../../attachment/attachment.labels.ts';
import { auditLabels } from '../../audit/audit.labels.ts';
import { cadreLabels } from '../../cadre/cadre.labels.ts';
import { claimLabels } from '../../claim/claim.labels.ts';
import { countyLabels } from '../../county/county.labels.ts';
import { divisionLabels } from '../../division/division.labels.ts';
import { exportsLabels } from '../../exports/exports.labels.ts';
import { documentLabels } from '../../fund/document.labels.ts';
import { fundLabels } from '../../fund/fund.labels.ts';
import { historyLabels } from '../../household/history.labels.ts';
import { householdLabels } from '../../household/household.labels.ts';
import { memberLabels } from '../../household/member.labels.ts';
import { tokenLabels } from '../../identity/token.labels.ts';
import { userLabels } from '../../identity/user.labels.ts';
import { importsLabels } from '../../imports/imports.labels.ts';
import { organizationLabels } from '../../organization/organization.labels.ts';
import { pairingLabels } from '../../pairing/pairing.labels.ts';
import { paymentLabels } from '../../payment/payment.labels.ts';
import { policyLabels } from '../../policy/policy.labels.ts';
import { projectLabels } from '../../project/project.labels.ts';
import { dutyLabels } from '../../visit/duty.labels.ts';
import { problemLabels } from '../../visit/problem.labels.ts';
import { visitLabels } from '../../visit/visit.labels.ts';
import type { TypeLabels } from './define-labels.ts';

/**
 * The labels of all records; they stand beside the tables. `ChangeType` follows from them in this order, which two CHECKs
 * of the database repeat: a new module comes last.
 */
export const recordLabels: readonly TypeLabels[] = [
  ...divisionLabels,
  ...countyLabels,
  ...organizationLabels,
  ...userLabels,
  ...tokenLabels,
  ...cadreLabels,
  ...householdLabels,
  ...memberLabels,
  ...historyLabels,
  ...pairingLabels,
  ...visitLabels,
  ...attachmentLabels,
  ...problemLabels,
  ...dutyLabels,
  ...importsLabels,
  ...exportsLabels,
  ...auditLabels,
  ...projectLabels,
  ...policyLabels,
  ...fundLabels,
  ...documentLabels,
  ...paymentLabels,
  ...claimLabels,
];
