import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Limits } from '#api/price/limits.ts';
import { pricePlan } from '#api/price/plan.ts';
import type { Points } from '#api/price/points.ts';
import type { Variables } from '#api/price/variables.ts';

/** A read that was parsed, compared with the schema, priced, and answered by one statement before. */
export interface CachedPlan {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly price: Points<Variables>;
}

export interface PlanCache {
  keep(query: string, operationName: string | undefined, read: Omit<CachedPlan, 'price'>): void;
  find(query: string, operationName: string | undefined): CachedPlan | undefined;
}

const mostQueries = 1_000;
const mostNames = 50;
const longestQuery = 10_000;

export function createPlanCache(schema: GraphQLSchema, limits: Limits): PlanCache {
  // By the document, which may be long, and then by the name of the operation.
  const known = new Map<string, Map<string, CachedPlan>>();
  return {
    find: (query, name = '') => known.get(query)?.get(name),
    keep(query, name = '', { document, operation }) {
      const operations = known.get(query) ?? new Map<string, CachedPlan>();
      if (operations.has(name) || operations.size >= mostNames || query.length > longestQuery) return;
      if (known.size >= mostQueries && !known.has(query)) known.delete(known.keys().next().value ?? '');
      operations.set(name, { document, operation, price: pricePlan(schema, document, operation, limits) });
      known.set(query, operations);
    },
  };
}
