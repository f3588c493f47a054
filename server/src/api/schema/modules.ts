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
import { MemberResolver } from '#modules/household/member/member.resolver.ts';
import { RegisterResolver } from '#modules/household/register.resolver.ts';
import { RiskResolver } from '#modules/household/risk/risk.resolver.ts';
import { SecondFactorResolver } from '#modules/identity/second-factor/second-factor.resolver.ts';
import { SessionResolver } from '#modules/identity/session/session.resolver.ts';
import { TokenResolver } from '#modules/identity/token/token.resolver.ts';
import { ManagedUserResolver } from '#modules/identity/user/managed.resolver.ts';
import { UserResolver } from '#modules/identity/user/user.resolver.ts';
import { ImportBatchResolver, ImportRowResolver } from '#modules/imports/batch/imports.resolver.ts';
import { OrganizationResolver } from '#modules/organization/organization.resolver.ts';
import { PairingResolver } from '#modules/pairing/pairing.resolver.ts';
import { ProblemResolver } from '#modules/visit/problem/problem.resolver.ts';
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
