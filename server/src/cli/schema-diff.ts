import {
  type BreakingChange,
  type DangerousChange,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { DeclaredChange } from '#schema/releases/declared-change.ts';

/** The minimum time that a deprecated part of the API stays. */
export const monthsOfNotice = 6;

/** The form of a deprecation: since when, until when, what to use instead. */
const deprecationText = /^Since (\d{4}-\d{2}-\d{2}), kept until (\d{4}-\d{2}-\d{2}): \S/;

/** Callers must expect new values, types and optional arguments, so these changes count as additions. */
const additions: ReadonlySet<string> = new Set([
  DangerousChangeType.VALUE_ADDED_TO_ENUM,
  DangerousChangeType.TYPE_ADDED_TO_UNION,
  DangerousChangeType.IMPLEMENTED_INTERFACE_ADDED,
  DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED,
  DangerousChangeType.OPTIONAL_ARG_ADDED,
]);

const lineOf = ({ type, description }: BreakingChange | DangerousChange): string => `${type}: ${description}`;

/** Breaking changes since the released API, one line each. */
export function breaksOf(released: GraphQLSchema, current: GraphQLSchema): string[] {
  const dangers = findDangerousChanges(released, current).filter(({ type }) => !additions.has(type));
  return [...findBreakingChanges(released, current), ...dangers]
    .map(lineOf)
    .concat(changedInputDefaults(released, current))
    .sort();
}

/** graphql-js compares the defaults of arguments only. */
function changedInputDefaults(released: GraphQLSchema, current: GraphQLSchema): string[] {
  return Object.values(released.getTypeMap()).flatMap((before) => {
    const after = current.getType(before.name);
    if (!isInputObjectType(before) || !isInputObjectType(after)) return [];
    const fields = after.getFields();
    return Object.values(before.getFields())
      .filter(({ name, defaultValue }) => {
        const now = fields[name];
        return now && JSON.stringify(now.defaultValue) !== JSON.stringify(defaultValue);
      })
      .map(({ name }) => `INPUT_DEFAULT_VALUE_CHANGE: ${before.name}.${name} has changed its default value.`);
  });
}

/** Everything marked as deprecated, by its place. */
function* deprecations(schema: GraphQLSchema): Generator<[place: string, reason: string]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const parts = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    for (const part of parts) {
      const place = `${type.name}.${part.name}`;
      if (part.deprecationReason != null) yield [place, part.deprecationReason];
      for (const arg of 'args' in part ? part.args : [])
        if (arg.deprecationReason != null) yield [`${place}(${arg.name})`, arg.deprecationReason];
    }
  }
}

/** Deprecations that lack their dates, or give too short a notice. */
export function faultyDeprecations(schema: GraphQLSchema): string[] {
  return [...deprecations(schema)].flatMap(([place, reason]) => {
    const [, since, until] = deprecationText.exec(reason) ?? [];
    if (!since || !until)
      return [`${place}: its deprecation must read “Since YYYY-MM-DD, kept until YYYY-MM-DD: use …”`];
    const earliest = new Date(`${since}T00:00:00Z`);
    earliest.setUTCMonth(earliest.getUTCMonth() + monthsOfNotice);
    const isEnough = new Date(`${until}T00:00:00Z`) >= earliest;
    return isEnough ? [] : [`${place}: kept for less than ${monthsOfNotice} months`];
  });
}

/** Everything that forbids releasing this API after that release. */
export function releaseFaults(
  released: GraphQLSchema,
  current: GraphQLSchema,
  declared: readonly DeclaredChange[],
): string[] {
  const breaks = breaksOf(released, current);
  const known = new Set(declared.map(({ change }) => change));
  return [
    ...breaks.filter((line) => !known.has(line)).map((line) => `not declared: ${line}`),
    ...declared.filter(({ change }) => !breaks.includes(change)).map(({ change }) => `not made: ${change}`),
    ...declared.filter(({ reason }) => !reason.trim()).map(({ change }) => `without a reason: ${change}`),
    ...faultyDeprecations(current),
  ];
}
