import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** A read that was parsed, compared with the schema, and answered by one statement before. */
export interface CachedPlan {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface PlanCache {
  keep(query: string, operationName: string | undefined, plan: CachedPlan): void;
  find(query: string, operationName: string | undefined): CachedPlan | undefined;
}

const mostQueries = 1_000;
const mostNames = 50;
const longestQuery = 10_000;

export function createPlanCache(): PlanCache {
  // By the document, which may be long, and then by the name of the operation.
  const known = new Map<string, Map<string, CachedPlan>>();
  return {
    find: (query, name = '') => known.get(query)?.get(name),
    keep(query, name = '', plan) {
      const operations = known.get(query) ?? new Map<string, CachedPlan>();
      if (operations.has(name) || operations.size >= mostNames || query.length > longestQuery) return;
      if (known.size >= mostQueries && !known.has(query)) known.delete(known.keys().next().value ?? '');
      operations.set(name, plan);
      known.set(query, operations);
    },
  };
}
