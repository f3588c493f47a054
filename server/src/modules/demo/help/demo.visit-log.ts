import type { DemoHousehold } from '#modules/demo/people/demo.households.ts';
import { addDays } from '#platform/core/clock.ts';
import type { Period } from '#platform/core/period.ts';
import type { ExcuseReason } from '#schema/codes/help/duty.codes.ts';
import { type ChecklistAnswer, ChecklistItem } from '#schema/codes/help/visit.codes.ts';
import { earlierOf, momentOn } from '../demo.calendar.ts';
import type { Random } from '../demo.random.ts';
import { correctionReasons, withdrawalReasons } from './demo.visit-texts.ts';
import type { DemoVisit, VisitFrame } from './demo.visits.ts';

export interface DemoVersion {
  readonly countyCode: string;
  readonly id: string;
  readonly visitId: string;
  readonly version: number;
  readonly content: string;
  readonly reason: string;
  readonly replacedAt: string;
  readonly replacedBy: string | null;
}

export interface DemoCheck {
  readonly countyCode: string;
  readonly visitId: string;
  readonly item: ChecklistItem;
  readonly answer: ChecklistAnswer;
  readonly note: string | null;
}

export interface DemoExcuse {
  readonly countyCode: string;
  readonly id: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly period: string;
  readonly reason: ExcuseReason;
  readonly note: string | null;
  readonly excusedAt: string;
  readonly excusedBy: string | null;
}

/** Some visits are corrected afterwards; the former version is kept. */
export function correct(
  random: Random,
  visit: DemoVisit,
  checks: readonly DemoCheck[],
  { today, now }: VisitFrame,
): { visit: DemoVisit; former: DemoVersion | null } {
  if (!random.chance(0.02)) return { visit, former: null };
  const replacedOn = earlierOf(addDays(visit.recordedOn, random.int(1, 6)), today);
  const replacedAt = momentOn(random, replacedOn, now);
  if (replacedAt <= visit.recordedAt) return { visit, former: null };
  const { countyCode: _, id: __, version, ...content } = visit;
  const checklist = checks.map(({ item, answer, note }) => ({ item, answer, note }));
  const former: DemoVersion = {
    countyCode: visit.countyCode,
    id: random.id(replacedAt),
    visitId: visit.id,
    version,
    content: JSON.stringify({ ...content, checklist }),
    reason: random.pick(correctionReasons),
    replacedAt,
    replacedBy: visit.recordedBy,
  };
  const findings = `${visit.findings}本次走访另核实了医保参保情况。`;
  return { visit: { ...visit, met: '户主', findings, version: 2 }, former };
}

/** The same visit sent twice by mistake and withdrawn, so that it counts nowhere. */
export function withdrawnTwin(random: Random, visit: DemoVisit, { now, desk }: VisitFrame): DemoVisit | null {
  if (!random.chance(0.01)) return null;
  return {
    ...visit,
    id: random.id(visit.recordedAt),
    status: 'WITHDRAWN',
    withdrawnReason: random.pick(withdrawalReasons),
    withdrawnAt: earlierOf(new Date(Date.parse(visit.recordedAt) + 3_600_000).toISOString(), now),
    withdrawnBy: desk,
    version: 2,
  };
}

/** The checklist after a visit in person: everything met, except where the household has a risk of that kind. */
export function makeChecks(random: Random, visit: DemoVisit, household: DemoHousehold): DemoCheck[] {
  if (visit.mode === 'PHONE') return [];
  const open = new Set<string>(household.risks.filter((it) => it.status === 'OPEN').map(({ kind }) => kind));
  const atRisk: Partial<Record<ChecklistItem, boolean>> = {
    MEDICAL: open.has('ILLNESS'),
    HOUSING: open.has('HOUSING') || open.has('FIRE'),
    WATER: open.has('WATER'),
  };
  return ChecklistItem.keys.map((item) => {
    const isConcern = random.chance(atRisk[item] ? 0.4 : 0.008);
    const answer = isConcern ? (random.chance(0.2) ? 'FAILED' : 'CONCERN') : 'OK';
    const note = isConcern ? '已列入问题清单，持续跟进' : null;
    return { countyCode: visit.countyCode, visitId: visit.id, item, answer, note };
  });
}

const excuseNotes: Readonly<Partial<Record<ExcuseReason, string>>> = {
  LEAVE: '全家外出务工，年底返乡',
  SUSPENDED: '户主住院，家属请求暂缓',
};

/** Why nobody came, for some of the duties that were not done. */
export function excuse(
  random: Random,
  household: DemoHousehold,
  period: Period,
  { today, now, desk }: VisitFrame,
): DemoExcuse | null {
  if (!random.chance(0.07)) return null;
  const excusedAt = momentOn(random, earlierOf(addDays(period.startOn, random.int(20, 29)), today), now);
  const reason = random.weighted({ LEAVE: 70, SUSPENDED: 16, MOVED: 8, OTHER: 6 });
  return {
    countyCode: household.countyCode,
    id: random.id(excusedAt),
    householdId: household.id,
    villageCode: household.villageCode,
    period: period.code,
    reason,
    note: excuseNotes[reason] ?? null,
    excusedAt,
    excusedBy: desk,
  };
}
