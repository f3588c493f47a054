import { ChangeType } from '#schema/codes/change.codes.ts';
import { DivisionLevel } from '#schema/codes/division.codes.ts';
import { ExportFormat, ExportStatus } from '#schema/codes/export.codes.ts';
import { DutyFrequency, ExcuseReason } from '#schema/codes/help/duty.codes.ts';
import { PairingEndReason, PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import { IncomeChange, VisitMode, VisitSource, VisitStatus } from '#schema/codes/help/visit.codes.ts';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { ImportKind, ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { CadreStatus, OrganizationLevel, Role } from '#schema/codes/organization.codes.ts';
import { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import { Ethnicity } from '#schema/codes/people/ethnicity.codes.ts';
import { IncomeItem } from '#schema/codes/people/income.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import { LoadPolicy, MemberLeaveReason } from '#schema/codes/settings.codes.ts';
import { UserStatus } from '#schema/codes/user.codes.ts';
import { PauseReason, WebhookStatus } from '#schema/codes/webhook.codes.ts';
import type { ScreenCodes } from '../../../shared/codes/codes.ts';

/** Of coded fields; `Entity.field` where the same name is of another list elsewhere. */
const LISTS: Readonly<Record<string, ScreenCodes>> = {
  category: HouseholdCategory,
  documentKind: IdentityDocumentKind,
  dropoutReason: DropoutReason,
  education: Education,
  endReason: PairingEndReason,
  ethnicity: Ethnicity,
  frequency: DutyFrequency,
  fromStatus: ProblemStatus,
  health: Health,
  incomeChange: IncomeChange,
  item: IncomeItem,
  kind: ImportKind,
  labour: LabourAbility,
  leftReason: MemberLeaveReason,
  level: OrganizationLevel,
  loadPolicy: LoadPolicy,
  mode: VisitMode,
  modes: VisitMode,
  pauseReason: PauseReason,
  politicalStatus: PoliticalStatus,
  relation: Relation,
  requiredRoles: Role,
  riskFrequency: DutyFrequency,
  role: Role,
  schoolStatus: SchoolStatus,
  sex: Sex,
  source: VisitSource,
  toStatus: ProblemStatus,
  types: ChangeType,
  workPlace: WorkPlace,
  'Cadre.status': CadreStatus,
  'Division.level': DivisionLevel,
  'DutyExcuse.reason': ExcuseReason,
  'ExportJob.format': ExportFormat,
  'ExportJob.status': ExportStatus,
  'Household.status': HouseholdStatus,
  'HouseholdRisk.kind': RiskKind,
  'HouseholdRisk.status': RiskStatus,
  'ImportBatch.status': ImportStatus,
  'Pairing.role': PairingRole,
  'Problem.kind': ProblemKind,
  'Problem.status': ProblemStatus,
  'User.status': UserStatus,
  'Visit.status': VisitStatus,
  'Webhook.status': WebhookStatus,
};

/** The list whose codes a field of the trail holds; undefined where it holds none. */
export const listOfCodes = (entity: string, field: string): ScreenCodes | undefined =>
  LISTS[`${entity}.${field}`] ?? LISTS[field];
