import '#modules/audit/audit.entity.ts';
import { CadreResolver } from '#modules/cadre/cadre.resolver.ts';
import { ChangeResolver } from '#modules/change/change.resolver.ts';
import { CountyResolver } from '#modules/county/county.resolver.ts';
import '#modules/division/division.entity.ts';
import { DivisionResolver } from '#modules/division/division.resolver.ts';
import { BoardCountsResolver, BoardResolver, DutyCardResolver } from '#modules/duty/board.resolver.ts';
import { DutyResolver } from '#modules/duty/duty.resolver.ts';
import { addExportChoices } from '#modules/exports/exports.choices.ts';
import { ExportJobResolver } from '#modules/exports/exports.resolver.ts';
import { HouseholdResolver } from '#modules/household/household.resolver.ts';
import { MemberResolver } from '#modules/household/member.resolver.ts';
import { RegisterResolver } from '#modules/household/register.resolver.ts';
import { RiskResolver } from '#modules/household/risk.resolver.ts';
import { ManagedUserResolver } from '#modules/identity/managed.resolver.ts';
import { SecondFactorResolver } from '#modules/identity/second-factor/second-factor.resolver.ts';
import { SessionResolver } from '#modules/identity/session.resolver.ts';
import { TokenResolver } from '#modules/identity/token.resolver.ts';
import { UserResolver } from '#modules/identity/user.resolver.ts';
import { ImportBatchResolver, ImportRowResolver } from '#modules/imports/imports.resolver.ts';
import { OrganizationResolver } from '#modules/organization/organization.resolver.ts';
import { PairingResolver } from '#modules/pairing/pairing.resolver.ts';
import { ProblemResolver } from '#modules/visit/problem.resolver.ts';
import { VisitResolver } from '#modules/visit/visit.resolver.ts';
import { WebhookResolver } from '#modules/webhook/webhook.resolver.ts';
import { NodeResolver } from './node.resolver.ts';

// Whatever has a list can be exported, so this comes after all that declare one.
addExportChoices();

/**
 * The modules in their order: each may use those above it, none below. Importing a module's entity declares what it
 * reads; its resolver holds its verbs.
 */
export const moduleResolvers = [
  NodeResolver,
  DivisionResolver,
  CountyResolver,
  OrganizationResolver,
  SessionResolver,
  SecondFactorResolver,
  ManagedUserResolver,
  UserResolver,
  TokenResolver,
  CadreResolver,
  HouseholdResolver,
  MemberResolver,
  RegisterResolver,
  RiskResolver,
  PairingResolver,
  VisitResolver,
  ProblemResolver,
  DutyResolver,
  BoardResolver,
  BoardCountsResolver,
  DutyCardResolver,
  ImportBatchResolver,
  ImportRowResolver,
  ExportJobResolver,
  ChangeResolver,
  WebhookResolver,
];
