import * as change from './change.codes.ts';
import type { CodeList } from './define-codes.ts';
import * as division from './division.codes.ts';
import * as exports from './export.codes.ts';
import * as duty from './help/duty.codes.ts';
import * as measure from './help/measure.codes.ts';
import * as pairing from './help/pairing.codes.ts';
import * as problem from './help/problem.codes.ts';
import * as risk from './help/risk.codes.ts';
import * as visit from './help/visit.codes.ts';
import * as household from './household.codes.ts';
import * as imports from './imports/import.codes.ts';
import * as claim from './money/claim.codes.ts';
import * as document from './money/document.codes.ts';
import * as fund from './money/fund.codes.ts';
import * as payment from './money/payment.codes.ts';
import * as policy from './money/policy.codes.ts';
import * as project from './money/project.codes.ts';
import * as organization from './organization.codes.ts';
import * as ability from './people/ability.codes.ts';
import * as ethnicity from './people/ethnicity.codes.ts';
import * as income from './people/income.codes.ts';
import * as person from './people/person.codes.ts';
import * as relation from './people/relation.codes.ts';
import * as schooling from './people/schooling.codes.ts';
import * as settings from './settings.codes.ts';
import * as user from './user.codes.ts';
import * as webhook from './webhook.codes.ts';

const files = [
  change,
  claim,
  division,
  exports,
  fund,
  duty,
  measure,
  pairing,
  problem,
  risk,
  visit,
  household,
  imports,
  organization,
  payment,
  ability,
  ethnicity,
  income,
  person,
  relation,
  schooling,
  settings,
  user,
  webhook,
  policy,
  project,
  document,
];

const isList = (value: unknown): value is CodeList<string> =>
  typeof value === 'object' && value !== null && 'valuesConfig' in value;

/** Every coded list of these files, for whoever registers, publishes or checks them all. */
export const allCodes: readonly CodeList<string>[] = files.flatMap((file) =>
  Object.values(file).filter(isList),
);
