import type { Entity } from '#platform/read/entity.ts';
import { pairedOnlyRoles, type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { isOfHousehold } from './plain-row.ts';

type Area = 'village' | 'county' | 'wholeCounty' | 'place' | 'everyone';

/**
 * The scope of each type's rows, declared again independently of the server: a type without an entry fails the matrix.
 * `village`: of a household; `county`: a directory that the county shares; `wholeCounty`: what the county keeps from its
 * townships; `place`: by its own division; `everyone`: public.
 */
const areas: Readonly<Record<string, Area>> = {
  ApiToken: 'place',
  Attachment: 'village',
  AuditEvent: 'place',
  BankAccount: 'village',
  BankLayout: 'county',
  Cadre: 'county',
  CategoryPeriod: 'village',
  ClaimExpense: 'village',
  ClaimLayer: 'village',
  ClaimStep: 'village',
  County: 'county',
  Division: 'everyone',
  DutyExcuse: 'village',
  DutyRule: 'county',
  ExportJob: 'place',
  Fund: 'wholeCounty',
  FundAllocation: 'wholeCounty',
  FundBook: 'wholeCounty',
  FundBookEvent: 'wholeCounty',
  FundCommitment: 'wholeCounty',
  FundAccount: 'wholeCounty',
  FundDocument: 'wholeCounty',
  FundEntry: 'wholeCounty',
  FundLine: 'wholeCounty',
  FundTransfer: 'wholeCounty',
  Grant: 'place',
  Household: 'village',
  HouseholdIncome: 'village',
  HouseholdRisk: 'village',
  HouseholdYear: 'village',
  ImportBatch: 'place',
  ImportRow: 'place',
  Member: 'village',
  Organization: 'county',
  Pairing: 'village',
  PolicyBand: 'county',
  PolicyThreshold: 'county',
  Payment: 'village',
  PaymentBatch: 'place',
  PaymentEvent: 'village',
  PaymentResultFile: 'place',
  PaymentResultRow: 'place',
  Problem: 'village',
  ProblemStep: 'village',
  Project: 'place',
  ReliefPolicy: 'county',
  TokenUsage: 'place',
  User: 'place',
  Visit: 'village',
  VisitCheck: 'village',
  VisitDuty: 'village',
  VisitVersion: 'village',
  Webhook: 'place',
  WebhookDelivery: 'place',
};

/** Of a type without an entry the columns tell: what names its household and its village belongs there. */
export const areaOf = ({ name, table }: Entity): Area | undefined =>
  areas[name] ?? (isOfHousehold(table) ? 'village' : undefined);

/** Types whose rows have no division: they belong where their parent row does. */
export const parents: Record<string, { readonly type: string; readonly by: string }> = {
  Attachment: { type: 'Visit', by: 'visitId' },
  ClaimExpense: { type: 'Claim', by: 'claimId' },
  ClaimLayer: { type: 'Claim', by: 'claimId' },
  ClaimStep: { type: 'Claim', by: 'claimId' },
  Grant: { type: 'User', by: 'userId' },
  ImportRow: { type: 'ImportBatch', by: 'batchId' },
  PaymentEvent: { type: 'Payment', by: 'paymentId' },
  PaymentResultFile: { type: 'PaymentBatch', by: 'batchId' },
  PaymentResultRow: { type: 'PaymentBatch', by: 'batchId' },
  ProblemStep: { type: 'Problem', by: 'problemId' },
  TokenUsage: { type: 'ApiToken', by: 'tokenId' },
  VisitCheck: { type: 'Visit', by: 'visitId' },
  VisitVersion: { type: 'Visit', by: 'visitId' },
  WebhookDelivery: { type: 'Webhook', by: 'webhookId' },
};

/** A row as the matrix sees it. */
export interface Row {
  readonly globalId: string;
  readonly countyCode: string;
  /** Village, or the division of the row. */
  readonly divisionCode: string;
  readonly householdId: string | null;
  /** The claim that it is, or is a part of. */
  readonly claimId: string | null;
}

export interface Grant {
  readonly role: RoleKey;
  readonly divisionCode: string;
  /** Rights of a token, instead of those of the role. */
  readonly rights?: readonly string[];
}

/** What a viewer with one grant may see, computed from the table of roles alone. */
export function mayRead(
  grant: Grant | null,
  right: string,
  area: string,
  row: Row,
  paired: ReadonlySet<string>,
  sent: ReadonlySet<string>,
): boolean {
  if (!grant) return false;
  const rights: readonly string[] = grant.rights ?? rightsOfRole[grant.role];
  if (!rights.includes(right)) return false;
  if (area === 'everyone') return true;
  const isPaired = pairedOnlyRoles.has(grant.role);
  // An insurer sees the claims sent to it, and of households nothing.
  if (grant.role === 'INSURER' && right.startsWith('claim.'))
    return row.claimId !== null && sent.has(row.claimId);
  if (area === 'county') return row.countyCode.startsWith(grant.divisionCode.slice(0, 6));
  if (area === 'wholeCounty') return row.countyCode.startsWith(grant.divisionCode);
  if (area === 'village' && isPaired) return row.householdId !== null && paired.has(row.householdId);
  return !isPaired && row.divisionCode.startsWith(grant.divisionCode);
}
