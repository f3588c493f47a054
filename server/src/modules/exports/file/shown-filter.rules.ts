import { type GraphQLInputObjectType, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import type { Entity } from '#platform/read/entity.ts';
import { yuanOf } from '#schema/scalars.ts';
import type { ExportNarrowing } from '../narrowing.rules.ts';

type Values = Readonly<Record<string, unknown>>;

/** Filters and fields that are text and name no person. */
const plainTexts = new Set(['divisionCode', 'period', 'action']);

/** The narrowing of an export for the audit trail: typed text may be names and numbers, so it is left out. */
export function shownNarrowing(
  api: GraphQLSchema,
  entity: Entity,
  { filter, where }: ExportNarrowing,
): { filter: Values; where?: unknown } {
  const shown = (type: string, values: Values) => shownValues(inputType(api, type), values) as Values;
  return {
    filter: shown(`${entity.name}Filter`, filter),
    ...(where && { where: shown(`${entity.name}Where`, where) }),
  };
}

function inputType(api: GraphQLSchema, name: string): GraphQLInputObjectType | undefined {
  const type = api.getType(name);
  return isInputObjectType(type) ? type : undefined;
}

const shownValues = (type: GraphQLInputObjectType | undefined, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const of = type?.getFields()[name] && getNamedType(type.getFields()[name]?.type);
      if (plainTexts.has(name)) return [name, plainly(value)];
      if (!of || of.name === 'String') return [name, '…'];
      return [name, isInputObjectType(of) ? each(value, (below) => shownValues(of, below)) : plainly(value)];
    }),
  );

const each = (value: unknown, show: (below: Values) => Values): unknown => {
  if (Array.isArray(value)) return value.map((item) => each(item, show));
  return typeof value === 'object' && value !== null ? show(value as Values) : value;
};

function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly);
  return typeof value === 'bigint' ? yuanOf(value) : value;
}
