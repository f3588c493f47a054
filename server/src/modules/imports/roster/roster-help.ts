import type { Fault } from '#modules/imports/cells/fault.ts';
import { isSameName } from '#modules/imports/cells/names.rules.ts';
import type { SpeaksOf } from '#modules/imports/staging/since.rules.ts';
import type { KnownOrganization } from '#modules/organization/organization.bulk.service.ts';
import type { KnownPairing } from '#modules/pairing/pairing.bulk.service.ts';
import { loadVerdict } from '#modules/pairing/pairing.rules.ts';
import type { Context } from '#platform/core/context.ts';
import type { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import type { HelperOfRow } from './helpers.rules.ts';
import { assistantStep, type PairingStep, pairingStep } from './pairing-of-row.rules.ts';
import type { RosterRow } from './roster.rules.ts';
import { faultOfCadre, faultOfRights, findHelper, type Helper } from './roster-cadre.ts';
import type { RosterIndex } from './roster-index.ts';

/** What a row means for one of its helpers. */
export interface HelpStep {
  readonly role: PairingRole;
  readonly helper: Helper;
  readonly step: PairingStep;
}

interface HelpRequest extends HelperOfRow {
  /** Of the household, as far as they are known. */
  readonly pairings: readonly KnownPairing[];
  readonly isKnown: boolean;
  /** Organizations that this row creates, by name. */
  readonly pending: Map<string, KnownOrganization>;
}

/** Decides about one helper of a row; a fault is placed at the column of the main helper or of the assistant. */
export function decideHelp(
  ctx: Context,
  index: RosterIndex,
  row: RosterRow,
  { role, facts, isApart, pairings, isKnown, pending }: HelpRequest,
  speaksOf: SpeaksOf,
): HelpStep | Fault {
  const { startedOn, endedOn } = row;
  const at = (fault: Fault): Fault => (isApart ? { ...fault, column: secondOf(fault.column) } : fault);
  if (startedOn === null) throw new Error('a helper without a first day');
  const helper = findHelper(ctx, index, facts, { villageCode: row.villageCode, pending });
  if ('code' in helper) return at(helper);
  const cadreFault = faultOfRights(ctx, index, helper) ?? faultOfCadre(index, helper, speaksOf);
  if (cadreFault) return at(cadreFault);
  const decide = role === 'MAIN' ? pairingStep : assistantStep;
  const step = decide(pairings, { cadreId: helper.cadre.id, startedOn, endedOn });
  const fault = isKnown
    ? faultOfKnownPairing(index, pairings, helper, role, step, { startedOn, endedOn })
    : null;
  if (fault) return at(fault);
  if (step.do === 'refuse') return at({ column: step.column, code: step.code });
  const newFault = faultOfNewPairing(index, helper, step, endedOn);
  return newFault ? at(newFault) : { role, helper, step };
}

/** The assistant's column for a column of the main helper; days are common to both. */
function secondOf(column: string): string {
  const seconds: Readonly<Record<string, string>> = {
    helperName: 'assistantName',
    helperPhone: 'assistantPhone',
    helperOrganization: 'assistantOrganization',
    helperTitle: 'assistantTitle',
  };
  return seconds[column] ?? column;
}

/** A more precise fault than overlapping days, from the pairings on record. */
function faultOfKnownPairing(
  index: RosterIndex,
  pairings: readonly KnownPairing[],
  { cadre, known }: Helper,
  role: PairingRole,
  step: PairingStep,
  { startedOn, endedOn }: { startedOn: string; endedOn: string | null },
): Fault | null {
  const own = pairings.filter(({ cadreId }) => cadreId === cadre.id);
  const isOnRecord = own.some((pairing) => pairing.startedOn === startedOn && pairing.role === role);
  if (step.do === 'nothing' || step.do === 'end')
    return isOnRecord ? null : { column: 'startedOn', code: 'PAIRING_START_DIFFERS' };
  if (step.do === 'refuse' && isOnRecord && endedOn === null)
    return { column: 'helperName', code: 'PAIRING_ENDED' };
  // A helper of the same name under another phone is one person with two phones, or another who takes over.
  const isNamesake = ({ cadreId }: KnownPairing) =>
    cadreId !== cadre.id && isSameName(index.helperNames.get(cadreId) ?? '', cadre.name);
  if (step.do === 'begin' && !known && pairings.some(isNamesake))
    return { column: 'helperPhone', code: 'CADRE_PHONE_DIFFERS' };
  return null;
}

function faultOfNewPairing(
  index: RosterIndex,
  helper: Helper,
  step: PairingStep,
  endedOn: string | null,
): Fault | null {
  if (step.do !== 'begin' || endedOn !== null) return null;
  if (helper.cadre.status === 'LEFT') return { column: 'helperName', code: 'CADRE_LEFT' };
  const load = index.loads.get(helper.cadre.id) ?? 0;
  const isFull = loadVerdict(index.rule, load) === 'REFUSE';
  return isFull ? { column: 'helperName', code: 'LOAD_LIMIT_EXCEEDED' } : null;
}
