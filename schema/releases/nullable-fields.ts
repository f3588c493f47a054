import type { DeclaredChange } from './declared-change.ts';

const declaredOn = '2026-11-28';

/** Fields that some may not read: they are null beside an error that names the right. */
const refusable = [
  'BoardCounts.households changed type from Int! to Int.',
  'BoardCounts.missingHelper changed type from Int! to Int.',
  'BoardRow.households changed type from Int! to Int.',
  'BoardRow.missingHelper changed type from Int! to Int.',
  'Cadre.duties changed type from VisitDutyConnection! to VisitDutyConnection.',
  'Cadre.dutyCard changed type from BoardCounts! to BoardCounts.',
  'Cadre.load changed type from Int! to Int.',
  'Cadre.pairings changed type from PairingConnection! to PairingConnection.',
  'Cadre.visits changed type from VisitConnection! to VisitConnection.',
  'CadreLeavesPayload.pairings changed type from [Pairing]! to [Pairing].',
  'Household.duties changed type from VisitDutyConnection! to VisitDutyConnection.',
  'Household.pairings changed type from PairingConnection! to PairingConnection.',
  'Household.problems changed type from ProblemConnection! to ProblemConnection.',
  'Household.visits changed type from VisitConnection! to VisitConnection.',
  'LoadDivisionsPayload.counties changed type from [County]! to [County].',
  'Organization.cadres changed type from CadreConnection! to CadreConnection.',
  'Pairing.visits changed type from VisitConnection! to VisitConnection.',
  'Query.node changed type from Node! to Node.',
];

/** Every mutation, with the type it answers by. */
const mutations: readonly [name: string, payload: string][] = [
  ['addGrant', 'AddGrantPayload'],
  ['addMember', 'AddMemberPayload'],
  ['addRisk', 'AddRiskPayload'],
  ['assignHelper', 'AssignHelperPayload'],
  ['cadreLeaves', 'CadreLeavesPayload'],
  ['changeHead', 'ChangeHeadPayload'],
  ['changePassword', 'DonePayload'],
  ['checkImport', 'CheckImportPayload'],
  ['closeHousehold', 'CloseHouseholdPayload'],
  ['closeProblem', 'CloseProblemPayload'],
  ['correctVisit', 'CorrectVisitPayload'],
  ['createCadre', 'CreateCadrePayload'],
  ['createHousehold', 'CreateHouseholdPayload'],
  ['createOrganization', 'CreateOrganizationPayload'],
  ['createToken', 'CreateTokenPayload'],
  ['createUser', 'CreateUserPayload'],
  ['disableUser', 'DisableUserPayload'],
  ['eliminateRisk', 'EliminateRiskPayload'],
  ['enableUser', 'EnableUserPayload'],
  ['endDutyRule', 'EndDutyRulePayload'],
  ['endPairing', 'EndPairingPayload'],
  ['excuseDuty', 'ExcuseDutyPayload'],
  ['linkCadre', 'LinkCadrePayload'],
  ['loadDivisions', 'LoadDivisionsPayload'],
  ['logVisit', 'LogVisitPayload'],
  ['logout', 'DonePayload'],
  ['memberLeaves', 'MemberLeavesPayload'],
  ['mergeHousehold', 'MergeHouseholdPayload'],
  ['moveDivisions', 'MoveDivisionsPayload'],
  ['moveHousehold', 'MoveHouseholdPayload'],
  ['raiseProblem', 'RaiseProblemPayload'],
  ['reopenHousehold', 'ReopenHouseholdPayload'],
  ['reopenProblem', 'ReopenProblemPayload'],
  ['resetPassword', 'ResetPasswordPayload'],
  ['revealPersonalData', 'RevealPersonalDataPayload'],
  ['revokeGrant', 'RevokeGrantPayload'],
  ['revokeToken', 'RevokeTokenPayload'],
  ['rollBackElimination', 'RollBackEliminationPayload'],
  ['rollBackImport', 'RollBackImportPayload'],
  ['setCategory', 'SetCategoryPayload'],
  ['setDutyRule', 'SetDutyRulePayload'],
  ['setIncome', 'SetIncomePayload'],
  ['startImport', 'StartImportPayload'],
  ['startPasswordReset', 'StartPasswordResetPayload'],
  ['takeProblem', 'TakeProblemPayload'],
  ['transferPairings', 'TransferPairingsPayload'],
  ['updateCadre', 'UpdateCadrePayload'],
  ['updateCounty', 'UpdateCountyPayload'],
  ['updateHousehold', 'UpdateHouseholdPayload'],
  ['updateMember', 'UpdateMemberPayload'],
  ['updateOrganization', 'UpdateOrganizationPayload'],
  ['updateUser', 'UpdateUserPayload'],
  ['withdrawExcuse', 'WithdrawExcusePayload'],
  ['withdrawVisit', 'WithdrawVisitPayload'],
];

/** Root fields of queries, with the type they answer by. */
const queries: readonly [name: string, type: string][] = [
  ['auditEvent', 'AuditEvent'],
  ['auditEvents', 'AuditEventConnection'],
  ['cadre', 'Cadre'],
  ['cadres', 'CadreConnection'],
  ['counties', 'CountyConnection'],
  ['county', 'County'],
  ['division', 'Division'],
  ['divisions', 'DivisionConnection'],
  ['dutyRule', 'DutyRule'],
  ['dutyRules', 'DutyRuleConnection'],
  ['household', 'Household'],
  ['householdRisks', 'HouseholdRiskConnection'],
  ['households', 'HouseholdConnection'],
  ['importBatch', 'ImportBatch'],
  ['importBatches', 'ImportBatchConnection'],
  ['me', 'Me'],
  ['member', 'Member'],
  ['members', 'MemberConnection'],
  ['nodes', '[Node]'],
  ['organization', 'Organization'],
  ['organizations', 'OrganizationConnection'],
  ['pairing', 'Pairing'],
  ['pairings', 'PairingConnection'],
  ['problem', 'Problem'],
  ['problems', 'ProblemConnection'],
  ['quarterBoard', 'QuarterBoard'],
  ['tokens', 'ApiTokenConnection'],
  ['user', 'User'],
  ['users', 'UserConnection'],
  ['visit', 'Visit'],
  ['visitDuties', 'VisitDutyConnection'],
  ['visitDuty', 'VisitDuty'],
  ['visits', 'VisitConnection'],
];

/** Lists and counts that are refused for their arguments, the rights that these ask for among them. */
const withArguments = [
  'Division.children changed type from DivisionConnection! to DivisionConnection.',
  'Household.incomes changed type from HouseholdIncomeConnection! to HouseholdIncomeConnection.',
  'ImportBatch.rows changed type from ImportRowConnection! to ImportRowConnection.',
  'QuarterBoard.rowCount changed type from Int! to Int.',
  'QuarterBoard.rows changed type from [BoardRow!]! to [BoardRow!].',
];

export const nullableFields: readonly DeclaredChange[] = [
  {
    change: 'FIELD_CHANGED_KIND: LoginPayload.user changed type from Account! to Account.',
    declaredOn,
    reason:
      'With a second factor the password alone signs nobody in, and says nothing of whose it is: `login` answers with a challenge then.',
  },
  ...refusable.map((change) => ({
    change: `FIELD_CHANGED_KIND: ${change}`,
    declaredOn,
    reason:
      'Whoever lacks the right got an empty list, a zero or nothing at all. Such a field is null now, with FORBIDDEN at its path.',
  })),
  ...queries.map(([name, type]) => ({
    change: `FIELD_CHANGED_KIND: Query.${name} changed type from ${type}! to ${type}.`,
    declaredOn,
    reason:
      'One root field that was refused, for want of a right among others, took the answers of all others along. Each answers for itself now.',
  })),
  ...withArguments.map((change) => ({
    change: `FIELD_CHANGED_KIND: ${change}`,
    declaredOn,
    reason:
      'A wrong cursor, or a filter or order that asks for a right, took the row around the list along. The list alone is null now.',
  })),
  ...mutations.map(([name, payload]) => ({
    change: `FIELD_CHANGED_KIND: Mutation.${name} changed type from ${payload}! to ${payload}.`,
    declaredOn,
    reason:
      'A refusal took the answers of the mutations before it along, though they were committed. Each answers for itself now.',
  })),
];
