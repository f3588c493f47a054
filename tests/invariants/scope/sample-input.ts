import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { newId } from '#platform/core/ids.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { places } from '#tests/factories/places/divisions.ts';

/** The type of an id in an input, by field name; a new one without an entry fails the matrix. */
const typeOfField: Record<string, string> = {
  allocationId: 'FundAllocation',
  batchId: 'ImportBatch',
  cadreId: 'Cadre',
  commitmentId: 'FundCommitment',
  categoryPeriodId: 'CategoryPeriod',
  documentId: 'FundDocument',
  dutyRuleId: 'DutyRule',
  excuseId: 'DutyExcuse',
  exportId: 'ExportJob',
  fileId: 'Attachment',
  fundId: 'Fund',
  grantId: 'Grant',
  headId: 'Member',
  layoutId: 'BankLayout',
  householdId: 'Household',
  insurerId: 'Organization',
  intoId: 'Household',
  lineId: 'FundLine',
  memberId: 'Member',
  organizationId: 'Organization',
  payeeId: 'Member',
  paymentBatchId: 'PaymentBatch',
  paymentId: 'Payment',
  pairingId: 'Pairing',
  pairingIds: 'Pairing',
  photoIds: 'Attachment',
  problemId: 'Problem',
  projectId: 'Project',
  requestId: 'FundBookEvent',
  replacesId: 'ReliefPolicy',
  reducesId: 'FundLine',
  riskId: 'HouseholdRisk',
  toCadre: 'Cadre',
  transferId: 'FundTransfer',
  tokenId: 'ApiToken',
  userId: 'User',
  visitId: 'Visit',
  webhookId: 'Webhook',
  deliveryId: 'WebhookDelivery',
};

/** The type of a plain `id`, by mutation. */
const typeOfId: Record<string, string> = {
  acknowledgePaymentBatch: 'PaymentBatch',
  approvePaymentBatch: 'PaymentBatch',
  checkPaymentBatch: 'PaymentBatch',
  choosePayment: 'PaymentResultRow',
  endBankAccount: 'BankAccount',
  endBankLayout: 'BankLayout',
  sendBackPaymentBatch: 'PaymentBatch',
  sendPaymentBatch: 'PaymentBatch',
  stopPayment: 'Payment',
  assessClaim: 'Claim',
  checkClaim: 'Claim',
  closeProblem: 'Problem',
  correctVisit: 'Visit',
  decidePolicy: 'ReliefPolicy',
  decideAllocation: 'FundAllocation',
  eliminateRisk: 'HouseholdRisk',
  releaseCommitment: 'FundCommitment',
  endDutyRule: 'DutyRule',
  endPolicy: 'ReliefPolicy',
  explainResidue: 'Claim',
  memberLeaves: 'Member',
  memberReturns: 'Member',
  proposePolicy: 'ReliefPolicy',
  reopenProblem: 'Problem',
  rollBackElimination: 'HouseholdRisk',
  sendToInsurer: 'Claim',
  submitClaim: 'Claim',
  takeProblem: 'Problem',
  updateCadre: 'Cadre',
  updateClaim: 'Claim',
  updateCounty: 'County',
  updateFund: 'Fund',
  updateFundDocument: 'FundDocument',
  updateHousehold: 'Household',
  updateMember: 'Member',
  updateOrganization: 'Organization',
  updateProject: 'Project',
  updatePolicy: 'ReliefPolicy',
  updateUser: 'User',
  withdrawClaim: 'Claim',
  withdrawVisit: 'Visit',
  withdrawExcuse: 'DutyExcuse',
  revealPersonalData: 'Household',
};

/** Records created offline: the client makes their id. */
const madeByClient = new Set(['logVisit']);

const texts: Record<string, string> = {
  countyCode: places.county,
  divisionCode: places.village,
  villageCode: places.sisterVillage,
  username: 'somebody.new',
  url: 'https://1.1.1.1/changes',
  oldCode: places.village,
  newCode: places.sisterVillage,
};

const fundLineOf = (world: SampleWorld) => ({
  fundId: world.idOf('Fund'),
  level: 'CENTRAL',
  amount: '1.00',
});

/** What a verb requires beyond its input type: otherwise the check of scope would never be reached. */
const sound: Record<string, (world: SampleWorld) => Record<string, unknown>> = {
  addFundLines: (world) => ({ lines: [fundLineOf(world)] }),
  addGrant: () => ({ role: 'HELPER', divisionCode: places.county }),
  addBankLayout: () => ({ sentColumns: ['ACCOUNT', 'AMOUNT'], resultColumns: ['AMOUNT', 'RESULT'] }),
  createPaymentBatch: () => ({ divisionCode: places.county }),
  recordBankAccount: () => ({ accountNumber: '6228480402564890018', fromOn: '2026-11-09' }),
  assessClaim: () => ({ assessedOwn: '0.00' }),
  addMember: () => ({ relation: 'SPOUSE', residentId: residentId() }),
  cadreLeaves: (world) => ({ toCadre: world.anotherOf('Cadre') }),
  closeBooks: () => ({ through: '2026-10-31' }),
  closeHousehold: () => ({ status: 'CLOSED' }),
  closeProblem: () => ({ status: 'SOLVED' }),
  createFund: () => ({ fiscalYear: 2026 }),
  createHousehold: () => ({ headResidentId: residentId() }),
  createProject: () => ({ year: 2026 }),
  createToken: () => ({ expiresOn: '2027-05-01', rights: ['household.read'] }),
  createUser: () => ({ divisionCode: places.village }),
  decideReissue: () => ({ decision: 'OTHER_MONEY' }),
  draftPolicy: () => ({
    fromOn: '2027-01-01',
    terms: {
      mode: 'WHOLE',
      base: 'OWN',
      thresholds: [{ category: 'RELIEVED', threshold: '5000.00' }],
      bands: [{ fromAmount: '5000.00', rateBps: 5000 }],
    },
  }),
  eliminateRisk: () => ({ status: 'HELPED' }),
  endPolicy: () => ({ toOn: '2027-12-31' }),
  loadDivisions: () => ({ codes: [places.township] }),
  mergeHousehold: (world) => ({ intoId: world.anotherOf('Household') }),
  proposeAllocation: () => ({ target: 'PROGRAMME', projectId: null, organizationId: null }),
  recordFundDocument: (world) => ({
    budgetYear: 2026,
    total: '1.00',
    lines: [fundLineOf(world)],
  }),
  setIncome: () => ({ year: 2025 }),
  setSecondFactorPolicy: () => ({ requiredRoles: [], stepUpToReveal: false }),
  updateProject: () => ({ year: 2026 }),
  startExport: () => ({ purpose: '与台账核对一遍', divisionCode: places.county }),
};

const scalars: Record<string, unknown> = {
  Boolean: true,
  Day: '2026-11-01',
  Float: 1,
  Instant: '2026-11-01T00:00:00Z',
  Int: 1,
  Money: '1.00',
  Period: '2026-Q4',
};

export interface SampleWorld {
  /** The global id of a row of the type in the county `places.county`. */
  idOf(type: string): string;
  /** The global id of a second row there. */
  anotherOf(type: string): string;
}

/** A valid input for a mutation: required fields, and every optional id. */
export function sampleInput(mutation: string, type: GraphQLInputType, world: SampleWorld): unknown {
  const valueFor = (field: string, of: GraphQLInputType): unknown => {
    if (isNonNullType(of)) return valueFor(field, of.ofType);
    if (isListType(of)) return [valueFor(field, of.ofType)];
    if (isEnumType(of)) return of.getValues()[0]?.name;
    if (isInputObjectType(of)) {
      const fields = Object.values(of.getFields()).filter(
        (one) => isNonNullType(one.type) || one.type.toString() === 'ID',
      );
      return Object.fromEntries(fields.map((one) => [one.name, valueFor(one.name, one.type)]));
    }
    if (of.toString() === 'ID') {
      if (field === 'id' && madeByClient.has(mutation)) return newId();
      const named = field === 'id' ? typeOfId[mutation] : typeOfField[field];
      if (!named) throw new Error(`${mutation}: say in sample-input.ts which type ${field} means`);
      return world.idOf(named);
    }
    return scalars[of.toString()] ?? texts[field] ?? '测试文字';
  };
  const named = getNamedType(type);
  const isMutation = isInputObjectType(named) && 'clientMutationId' in named.getFields();
  const key = isMutation ? { clientMutationId: newId() } : {};
  return { ...key, ...Object(valueFor('input', type)), ...sound[mutation]?.(world) };
}
