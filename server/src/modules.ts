import { attachmentModule } from '#modules/attachment/attachment.module.ts';
import { auditModule } from '#modules/audit/audit.module.ts';
import { cadreModule } from '#modules/cadre/cadre.module.ts';
import { changeModule } from '#modules/change/change.module.ts';
import { claimModule } from '#modules/claim/claim.module.ts';
import { countyModule } from '#modules/county/county.module.ts';
import { divisionModule } from '#modules/division/division.module.ts';
import { dutyModule } from '#modules/duty/duty.module.ts';
import { exportsModule } from '#modules/exports/exports.module.ts';
import { fundModule } from '#modules/fund/fund.module.ts';
import { householdModule } from '#modules/household/household.module.ts';
import { identityModule } from '#modules/identity/identity.module.ts';
import { importsModule } from '#modules/imports/imports.module.ts';
import { organizationModule } from '#modules/organization/organization.module.ts';
import { pairingModule } from '#modules/pairing/pairing.module.ts';
import { paymentModule } from '#modules/payment/payment.module.ts';
import { policyModule } from '#modules/policy/policy.module.ts';
import { projectModule } from '#modules/project/project.module.ts';
import { visitModule } from '#modules/visit/visit.module.ts';
import { webhookModule } from '#modules/webhook/webhook.module.ts';
import { compose } from '#platform/module/compose.ts';
import type { Module } from '#platform/module/module.ts';

/** All modules, in their order: each may use those before it and none after, which the boundaries of the lint check. */
export const modules: readonly Module[] = [
  divisionModule,
  countyModule,
  organizationModule,
  identityModule,
  cadreModule,
  householdModule,
  pairingModule,
  visitModule,
  attachmentModule,
  dutyModule,
  importsModule,
  projectModule,
  fundModule,
  policyModule,
  claimModule,
  paymentModule,
  exportsModule,
  auditModule,
  changeModule,
  webhookModule,
];

export const catalog = compose(modules);
