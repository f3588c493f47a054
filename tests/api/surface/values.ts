import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { places } from '#tests/factories/places/divisions.ts';
import type { Random } from './random.ts';

/** Ids and cursors that the server returned, by type; most requests use these. */
export interface Samples {
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
}

const odd = [
  '',
  ' ',
  '0',
  '-1',
  'null',
  "' or 1=1 --",
  '"; drop table household; --',
  '\\',
  '%_\\',
  '\0',
  '$1',
  '{}',
  '[]',
  '甲乙丙',
  '𠮷野家',
  '\ud800',
  '\u202e\ufeff',
  'Infinity',
  '１２３',
  'x'.repeat(300),
  '13'.repeat(600),
  '13043419900101123X',
  '13800000001',
  '2026-11-01',
  'constructor',
  '__proto__',
  ...Object.values(places),
];
const ints = [0, 1, 2, 3, 7, 100, 365, 2026, -1, -100, 2_147_483_647, -2_147_483_648];
const days = ['2026-11-01', '2026-10-01', '1900-01-01', '2100-12-31', '2024-02-29', '2026-11-10'];
const instants = [
  '2026-11-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-01T08:00:00.5+08:00',
];
const periods = ['2026-Q4', '2026-Q3', '2026-11', '1900-01', '2099-Q4'];
const amounts = ['0.00', '1.00', '-1.00', '11440.00', '92233720368547758.07', '0.01'];

/** A global id with one part altered. */
function spoilt(id: string, random: Random): string {
  const parts = id.split(':');
  parts[random.int(parts.length)] = random.pick(odd);
  return random.chance(0.3) ? [...parts, random.pick(odd)].join(':') : parts.join(':');
}

/** A cursor of the right form with other content. */
function otherCursor(cursor: string, random: Random): string {
  const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(place) || place.length === 0) return cursor;
  place[random.int(place.length)] = random.pick([null, ...odd]);
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** An id of the type that the place names, if it names one. */
function idFor(hint: string, samples: Samples, random: Random): string {
  const words = hint
    .toLowerCase()
    .replaceAll('helper', 'cadre')
    .replaceAll('payee', 'member')
    .replaceAll(/(?<!payment|import)batch/g, 'importbatch');
  const fitting = samples.ids.filter((id) => words.includes(id.slice(0, id.indexOf(':')).toLowerCase()));
  const id = random.pick(fitting.length > 0 && random.chance(0.9) ? fitting : samples.ids);
  if (random.chance(0.9)) return id;
  return random.chance(0.7) ? spoilt(id, random) : random.pick(odd);
}

function textFor(name: string, samples: Samples, random: Random): string {
  if (/Code$/.test(name) && random.chance(0.85)) return random.pick(Object.values(places));
  if (name !== 'after') return random.pick(odd);
  const cursor = random.pick(samples.cursors);
  if (random.chance(0.3)) return cursor;
  return random.chance(0.8) ? otherCursor(cursor, random) : random.pick(odd);
}

/** A value's place: its name, the path to it, and its depth. */
export interface Place {
  readonly name: string;
  readonly hint: string;
  readonly level?: number;
}

/** A value that the type accepts, meaningful or not. */
export function valueFor(
  type: GraphQLInputType,
  { name, hint, level = 0 }: Place,
  samples: Samples,
  random: Random,
): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, { name, hint, level }, samples, random) ?? 0;
  if (level > 0 && random.chance(0.05)) return null;
  if (isListType(type)) {
    const length = random.chance(0.02) ? 251 : random.int(4);
    return Array.from({ length }, () =>
      valueFor(type.ofType, { name, hint, level: level + 1 }, samples, random),
    );
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    // Conditions nest themselves: fewer the deeper they are, or they would never end.
    const share = type.name.endsWith('Where') ? 0.35 / (1 + level) : 0.35;
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || (level < 12 && random.chance(share)),
    );
    return Object.fromEntries(
      fields.map((field) => [
        field.name,
        valueFor(
          field.type,
          { name: field.name, hint: `${hint} ${field.name}`, level: level + 1 },
          samples,
          random,
        ),
      ]),
    );
  }
  switch (type.name) {
    case 'Int':
      if (name === 'first') return random.chance(0.97) ? 1 + random.int(5) : random.pick(ints);
      if (name === 'expectedVersion') return 1 + random.int(2);
      if (name === 'offset' && random.chance(0.9)) return random.int(3);
      return random.pick(ints);
    case 'Float':
      return random.pick([0, 1.5, -1e308, 1e-308, 116.3]);
    case 'Boolean':
      return random.chance(0.5);
    case 'ID':
      return idFor(hint, samples, random);
    case 'Day':
      return random.pick(days);
    case 'Instant':
      return random.pick(instants);
    case 'Period':
      return random.pick(periods);
    case 'Money':
      return random.pick(amounts);
    default:
      return textFor(name, samples, random);
  }
}
