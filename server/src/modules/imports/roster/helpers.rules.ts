import type { CellReader } from '#modules/imports/cells/cells.rules.ts';
import { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { PoliticalStatus, type Sex } from '#schema/codes/people/person.codes.ts';
import type { RosterKey } from './roster.columns.ts';

export interface HelperFacts {
  readonly name: string;
  readonly phone: string | null;
  readonly sex: Sex | null;
  readonly politicalStatus: PoliticalStatus | null;
  /** Level null: no row gives it. */
  readonly organization: { readonly name: string; readonly level: OrganizationLevel | null } | null;
  readonly jobTitle: string | null;
}

export interface HelperOfRow {
  readonly role: PairingRole;
  /** Given in the columns of a second helper, and not in the cell of the first. */
  readonly isApart: boolean;
  readonly facts: HelperFacts;
}

/** Facts about helpers from earlier rows. */
export interface HelperMemo {
  /** The first valid row about a helper counts for the whole file, so that rows cannot alternate. */
  readonly helpers: Map<string, HelperFacts>;
  readonly levels: Map<string, OrganizationLevel>;
}

type Reader = CellReader<RosterKey>;

export const columnsOfHelpers = [
  ...(['helperName', 'helperSex', 'helperPolitics', 'helperOrganization', 'organizationLevel'] as const),
  ...(['helperTitle', 'helperPhone', 'startedOn', 'endedOn'] as const),
  ...(['assistantName', 'assistantOrganization', 'assistantTitle', 'assistantPhone'] as const),
];

/**
 * Whether all cells about helpers are blank: the household has none. A day beside 无, as in every other row of the list,
 * is ignored too.
 */
export function hasNoHelper(cell: Reader): boolean {
  const filled = columnsOfHelpers.filter(cell.isFilled);
  return filled.every((column) => column === 'startedOn' && cell.saysNothing('helperName'));
}

/**
 * The helpers of a row, the main one first: in one cell, in separate columns, or one of them by the row's word for the
 * role. Null where they cannot be distinguished; then the cell at fault is recorded.
 */
export function readHelpers(cell: Reader, memo: HelperMemo): HelperOfRow[] | null {
  const ofRow = cell.code('helperRole', PairingRole);
  const named = readFirst(cell, memo);
  const second = readSecond(cell, memo);
  if (named === null || named.length === 0) return null;
  // In a cell the assistant may stand first, if labels say so.
  const firsts = [...named].sort((one, other) => rankOf(one.role) - rankOf(other.role));
  const [first] = firsts;
  const isTwice = firsts.length > 1 && first?.role && firsts.every(({ role }) => role === first.role);
  const isOther = ofRow && firsts.length === 1 && first?.role && first.role !== ofRow;
  if (isTwice || isOther || (second && first?.role === 'ASSISTANT'))
    return cell.fault('helperName', 'HELPERS_UNCLEAR');
  const role = ofRow ?? (firsts.length === 1 ? first?.role : null) ?? 'MAIN';
  const all = [...firsts.map(({ facts }) => facts), ...(second ? [second] : [])];
  if (all.length > 2) return cell.fault('assistantName', 'HELPERS_UNCLEAR');
  const [main, assistant] = all;
  if (main && assistant && isSame(main, assistant))
    return cell.fault(second ? 'assistantName' : 'helperName', 'DUPLICATE_IN_FILE');
  if (main?.phone && main.phone === assistant?.phone)
    return cell.fault(second ? 'assistantPhone' : 'helperPhone', 'CONFLICT_IN_FILE');
  return all.map((facts, index) => ({
    role: index === 0 ? role : 'ASSISTANT',
    isApart: facts === second,
    facts,
  }));
}

const rankOf = (role: PairingRole | null): number => (role === 'MAIN' ? 0 : role === null ? 1 : 2);

const isSame = (one: HelperFacts, other: HelperFacts): boolean =>
  one.name === other.name && (one.phone === other.phone || one.phone === null || other.phone === null);

interface Named {
  readonly facts: HelperFacts;
  /** The role given by a label in the cell. */
  readonly role: PairingRole | null;
}

function readFirst(cell: Reader, memo: HelperMemo): Named[] | null {
  const people = cell.people('helperName');
  cell.required('helperName', people === null ? null : (people[0]?.name ?? null));
  const phones = cell.phones('helperPhone');
  const sex = cell.sex('helperSex');
  const politicalStatus = cell.code('helperPolitics', PoliticalStatus);
  const level = cell.code('organizationLevel', OrganizationLevel);
  if (people === null || people.length === 0) return null;
  const names = people.map(({ name }) => name);
  // One helper may have two phones, of which the first counts; two helpers have one each or none.
  const isUnambiguous = names.length === 1 || (names.length === 2 && [0, 2].includes(phones.length));
  if (!isUnambiguous) return cell.fault('helperName', 'HELPERS_UNCLEAR');
  const isOne = names.length === 1;
  if (isOne && phones.length > 1) cell.warn('helperPhone', 'PHONES_LEFT_OUT');
  const units = isOne ? [cell.name('helperOrganization', 100)] : cell.parts('helperOrganization');
  const titles = isOne ? [cell.text('helperTitle', 50)] : cell.parts('helperTitle', 50);
  if (units.length > names.length) return cell.fault('helperOrganization', 'HELPERS_UNCLEAR');
  if (titles.length > names.length) return cell.fault('helperTitle', 'HELPERS_UNCLEAR');
  const found = names.map((name, at) =>
    known(cell, memo, 'helperPhone', {
      name,
      phone: phones[at] ?? null,
      sex: at === 0 ? sex : null,
      politicalStatus: at === 0 ? politicalStatus : null,
      organization: unitOf(memo, ofPart(units, at, names.length), level),
      jobTitle: ofPart(titles, at, names.length),
    }),
  );
  return found.flatMap((facts, at) => (facts ? { facts, role: people[at]?.role ?? null } : []));
}

/** One value for all of them, or one each. */
const ofPart = (values: readonly (string | null)[], at: number, people: number): string | null =>
  values[values.length === people ? at : 0] ?? null;

function readSecond(cell: Reader, memo: HelperMemo): HelperFacts | null {
  const name = cell.person('assistantName', 'HELPER');
  const phone = cell.phone('assistantPhone');
  const organization = cell.name('assistantOrganization', 100);
  const jobTitle = cell.text('assistantTitle', 50);
  if (name === null) {
    // Details of a helper without a name.
    const hasDetails = phone !== null || organization !== null || jobTitle !== null;
    if (hasDetails && !cell.isFilled('assistantName')) cell.fault('assistantName', 'REQUIRED_MISSING');
    return null;
  }
  return known(cell, memo, 'assistantPhone', {
    name,
    phone,
    sex: null,
    politicalStatus: null,
    organization: unitOf(memo, organization, null),
    jobTitle,
  });
}

const unitOf = (memo: HelperMemo, name: string | null, level: OrganizationLevel | null) =>
  name === null ? null : { name, level: memo.levels.get(name) ?? level };

function known(
  cell: Reader,
  memo: HelperMemo,
  column: 'helperPhone' | 'assistantPhone',
  facts: HelperFacts,
): HelperFacts | null {
  const first = facts.phone === null ? undefined : memo.helpers.get(facts.phone);
  if (!first) return facts;
  return first.name === facts.name ? first : cell.fault(column, 'CONFLICT_IN_FILE');
}

/** Remembers the helpers of a valid row. */
export function rememberHelpers(memo: HelperMemo, helpers: readonly HelperOfRow[]): void {
  for (const { facts } of helpers) {
    if (facts.phone && !memo.helpers.has(facts.phone)) memo.helpers.set(facts.phone, facts);
    const { organization } = facts;
    if (organization?.level) memo.levels.set(organization.name, organization.level);
  }
}
