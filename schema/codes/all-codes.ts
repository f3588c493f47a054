import { ChangeKind, ChangeType } from './change.codes.ts';
import { DivisionLevel } from './division.codes.ts';
import { ExportFormat, ExportStatus } from './export.codes.ts';
import { DutyFrequency, DutyStatus, ExcuseReason } from './help/duty.codes.ts';
import { MeasureGroup } from './help/measure.codes.ts';
import { PairingEndReason, PairingRole } from './help/pairing.codes.ts';
import { ProblemKind, ProblemStatus } from './help/problem.codes.ts';
import { RiskKind, RiskStatus } from './help/risk.codes.ts';
import {
  ChecklistAnswer,
  ChecklistItem,
  IncomeChange,
  VisitMode,
  VisitSource,
  VisitStatus,
} from './help/visit.codes.ts';
import { HouseholdCategory, HouseholdStatus } from './household.codes.ts';
import { ImportKind, ImportRowResult, ImportStatus } from './imports/import.codes.ts';
import { CadreStatus, OrganizationLevel, Role } from './organization.codes.ts';
import { DisabilityKind, Health, LabourAbility, WorkPlace } from './people/ability.codes.ts';
import { Ethnicity } from './people/ethnicity.codes.ts';
import { IncomeGroup, IncomeItem } from './people/income.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from './people/person.codes.ts';
import { Relation } from './people/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from './people/schooling.codes.ts';
import { LoadPolicy, MemberLeaveReason, PersonalField } from './settings.codes.ts';
import { UserStatus } from './user.codes.ts';
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
