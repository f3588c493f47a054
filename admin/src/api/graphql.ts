import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../graphql-env.d.ts';

/** Documents typed by schema/api.graphql; after a change of it run `npx --yes pnpm@10 tada`. */
export const graphql = /* @__PURE__ */ initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Money: string; Day: string; Instant: string; Period: string };
}>();
