import type { Period } from '#platform/core/period.ts';
import { quartersBefore } from './demo.calendar.ts';
import { createRandom } from './demo.random.ts';
import { dutyPeriods } from './help/demo.coverage.ts';
import { allotHelpers } from './help/demo.helpers.ts';
import { type DemoPairing, makePairings } from './help/demo.pairings.ts';
import { type DemoProblem, type DemoStep, makeProblem } from './help/demo.problems.ts';
import {
  correct,
  type DemoCheck,
  type DemoExcuse,
  type DemoVersion,
  excuse,
  makeChecks,
  withdrawnTwin,
} from './help/demo.visit-log.ts';
import { type DemoVisit, type VisitFrame, visitsIn } from './help/demo.visits.ts';
import { type DemoCadre, makeCadres } from './people/demo.cadres.ts';
import {
  type DemoHousehold,
  type DemoVillage,
  type Frame,
  makeHouseholds,
} from './people/demo.households.ts';
import { type DemoOrganization, type DemoTownship, makeOrganizations } from './people/demo.organizations.ts';
import { createNumbers } from './people/demo.people.ts';
import { type DemoUser, makeUsers } from './people/demo.users.ts';

/** The divisions of the county, as loaded. */
export interface DemoPlaces {
  readonly townships: readonly DemoTownship[];
  readonly villages: readonly DemoVillage[];
}

interface Log {
  readonly visits: DemoVisit[];
  readonly versions: DemoVersion[];
  readonly checks: DemoCheck[];
  readonly excuses: DemoExcuse[];
  readonly problems: DemoProblem[];
  readonly steps: DemoStep[];
}

export interface DemoCounty extends Log {
  readonly organizations: DemoOrganization[];
  readonly cadres: DemoCadre[];
  readonly households: DemoHousehold[];
  readonly pairings: DemoPairing[];
  readonly users: DemoUser[];
}

/** Villages with households in each township; the others stay empty, as where a roster is still to come. */
const villagesPerTownship = 4;
const formerQuarters = 3;
/** As in the duty rules that are loaded with it. */
export const minDays = 15;

/** The whole county, generated; the same for the same seed, day and places. */
export function makeCounty(seed: string, places: DemoPlaces, frame: Frame): DemoCounty {
  // A random stream for each part, so that one more record does not change all the rest.
  const stream = (part: string) => createRandom(`${seed} ${part}`);
  const numbers = createNumbers(stream('numbers'));
  const villages = pickVillages(seed, places);
  const organizations = makeOrganizations(stream('organizations'), places.townships, frame);
  const cadres = makeCadres(stream('cadres'), numbers, organizations, places.townships, villages, frame);
  const helpers = allotHelpers(stream('helpers'), villages, cadres);
  const households: DemoHousehold[] = [];
  const pairings = new Map<string, DemoPairing[]>();
  for (const village of villages) {
    const random = stream(village.code);
    const ofVillage = helpers.get(village.code) ?? { active: [], left: [], loads: new Map() };
    for (const household of makeHouseholds(random, numbers, village, frame)) {
      households.push(household);
      pairings.set(household.id, makePairings(random, household, ofVillage, frame));
    }
  }
  const allPairings = [...pairings.values()].flat();
  const users = makeUsers(stream('users'), cadres, households, allPairings, frame);
  const log = keepLog(seed, households, pairings, visitFrame(seed, cadres, users, frame));
  return { organizations, cadres, households, pairings: allPairings, users, ...log };
}

function pickVillages(seed: string, { townships, villages }: DemoPlaces): DemoVillage[] {
  const random = createRandom(`${seed} villages`);
  return townships.flatMap(({ code }) => {
    const ofTownship = random.shuffle(villages.filter((village) => village.code.startsWith(code)));
    return ofTownship.slice(0, villagesPerTownship).sort((one, other) => (one.code < other.code ? -1 : 1));
  });
}

/** Townships differ, and so do helpers: 85 of 100 visits are made, here more and there fewer. */
function visitFrame(
  seed: string,
  cadres: readonly DemoCadre[],
  users: readonly DemoUser[],
  frame: Frame,
): VisitFrame {
  const townshipDoneShare = new Map<string, number>();
  const diligence = new Map(cadres.map((cadre) => [cadre.id, cadre.diligence]));
  const accounts = new Map(users.map(({ cadreId, id }) => [cadreId, id]));
  return {
    ...frame,
    minDays,
    desk: users.find(({ role }) => role === 'COUNTY_DESK')?.id ?? '',
    userOf: (cadreId) => accounts.get(cadreId) ?? null,
    doneShareOf: (villageCode, cadreId) => {
      const township = villageCode.slice(0, 9);
      let share = townshipDoneShare.get(township);
      if (share === undefined) {
        share = 0.74 + createRandom(`${seed} pace ${township}`).next() * 0.24;
        townshipDoneShare.set(township, share);
      }
      return Math.min(0.99, share * (diligence.get(cadreId) ?? 1));
    },
  };
}

function keepLog(
  seed: string,
  households: readonly DemoHousehold[],
  pairings: ReadonlyMap<string, DemoPairing[]>,
  frame: VisitFrame,
): Log {
  const log: Log = { visits: [], versions: [], checks: [], excuses: [], problems: [], steps: [] };
  const quarters = quartersBefore(frame.today, formerQuarters);
  for (const household of households) {
    const random = createRandom(`${seed} visits ${household.id}`);
    const own = pairings.get(household.id) ?? [];
    const begun = (period: Period) => period.startOn <= frame.today;
    for (const period of quarters.flatMap((quarter) => dutyPeriods(household, quarter)).filter(begun)) {
      const visits = visitsIn(random, household, own, period, frame);
      for (const visit of visits) {
        const checks = makeChecks(random, visit, household);
        const { visit: kept, former } = correct(random, visit, checks, frame);
        const twin = withdrawnTwin(random, visit, frame);
        log.visits.push(kept, ...(twin ? [twin] : []));
        if (former) log.versions.push(former);
        log.checks.push(...checks);
        const found = makeProblem(random, household, kept, frame);
        if (found) {
          log.problems.push(found.problem);
          log.steps.push(...found.steps);
        }
      }
      const hasHelper = own.some(({ startedOn, endedOn }) => startedOn <= period.endOn && endedOn === null);
      const excused = visits.length === 0 && hasHelper ? excuse(random, household, period, frame) : null;
      if (excused) log.excuses.push(excused);
    }
  }
  return log;
}
