import { DisabilityKind, Health, LabourAbility, WorkPlace } from './ability.codes.ts';
import { ChangeKind, ChangeType } from './change.codes.ts';
import { DivisionLevel } from './division.codes.ts';
import { DutyFrequency, DutyStatus, ExcuseReason } from './duty.codes.ts';
import { Ethnicity } from './ethnicity.codes.ts';
import { ExportFormat, ExportStatus } from './export.codes.ts';
import { HouseholdCategory, HouseholdStatus } from './household.codes.ts';
import { ImportKind, ImportRowResult, ImportStatus } from './import.codes.ts';
import { IncomeGroup, IncomeItem } from './income.codes.ts';
import { MeasureGroup } from './measure.codes.ts';
import { CadreStatus, OrganizationLevel, Role } from './organization.codes.ts';
import { PairingEndReason, PairingRole } from './pairing.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from './person.codes.ts';
import { ProblemKind, ProblemStatus } from './problem.codes.ts';
import { Relation } from './relation.codes.ts';
import { RiskKind, RiskStatus } from './risk.codes.ts';
import { DropoutReason, Education, SchoolStatus } from './schooling.codes.ts';
import { LoadPolicy, MemberLeaveReason, PersonalField } from './settings.codes.ts';
import { UserStatus } from './user.codes.ts';
import {
  ChecklistAnswer,
  ChecklistItem,
  IncomeChange,
  VisitMode,
  VisitSource,
  VisitStatus,
} from './visit.codes.ts';
import {
  DeliveryFailure,
  DeliveryKind,
  DeliveryStatus,
  PauseReason,
  WebhookStatus,
} from './webhook.codes.ts';

/** Every coded list, for whoever registers, publishes or checks them all. */
export const allCodes = [
  LabourAbility,
  Health,
  DisabilityKind,
  WorkPlace,
  ChangeKind,
  ChangeType,
  WebhookStatus,
  PauseReason,
  DeliveryKind,
  DeliveryStatus,
  DeliveryFailure,
  DivisionLevel,
  DutyStatus,
  DutyFrequency,
  ExcuseReason,
  Ethnicity,
  ExportFormat,
  ExportStatus,
  HouseholdCategory,
  HouseholdStatus,
  ImportKind,
  ImportStatus,
  ImportRowResult,
  IncomeGroup,
  IncomeItem,
  MeasureGroup,
  OrganizationLevel,
  CadreStatus,
  Role,
  PairingRole,
  PairingEndReason,
  Sex,
  PoliticalStatus,
  IdentityDocumentKind,
  ProblemKind,
  ProblemStatus,
  Relation,
  RiskKind,
  RiskStatus,
  Education,
  SchoolStatus,
  DropoutReason,
  UserStatus,
  VisitMode,
  VisitStatus,
  VisitSource,
  IncomeChange,
  ChecklistItem,
  ChecklistAnswer,
  LoadPolicy,
  PersonalField,
  MemberLeaveReason,
] as const;
