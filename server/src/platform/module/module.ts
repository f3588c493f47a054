import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '#platform/core/context.ts';
import type { JobSet } from '#platform/jobs/jobs.ts';
import type { Entity, EntityExtension } from '#platform/read/entity.ts';
import type { ConstraintMeaning } from '#platform/write/refusals.ts';
import type { Catalog } from './catalog.ts';
import type { Provision } from './extension-point.ts';

/** A class with type-graphql's decorators. */
export type ResolverClass = abstract new (...args: never[]) => object;

/** What routes beside GraphQL get to make a context of a request. */
export interface RouteDeps {
  /** Who asks, by session or token; throws where the credentials open nothing. */
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
  /** The context of a request that is not asked who it is from. */
  anonymousContext(request: FastifyRequest): Context;
}

/** What work in the background gets. */
export interface BackgroundDeps {
  /** A context without a person. */
  systemContext(): Context;
  readonly schema: GraphQLSchema;
}

/** All that a module is to the rest of the server. The list of the modules is `server/src/modules.ts`. */
export interface Module {
  readonly name: string;
  /** What it reads, by type of the API. */
  readonly entities?: readonly Entity[];
  /** Fields and filters that it adds to entities of modules before it. */
  readonly extensions?: readonly EntityExtension[];
  readonly resolvers?: readonly ResolverClass[];
  /** What a breach of a database constraint means to people, by name of the constraint. */
  readonly constraints?: Readonly<Record<string, ConstraintMeaning>>;
  readonly provides?: readonly Provision[];
  readonly jobs?: (deps: BackgroundDeps) => JobSet;
  readonly routes?: (http: FastifyInstance, deps: RouteDeps) => void | Promise<void>;
  /** Runs beside the requests for as long as the server does; `stop` comes back when all is written. */
  readonly background?: (ctx: Context) => { stop(): Promise<void> };
  /** Completes types of the API that depend on what the other modules declare, before the schema is built. */
  readonly completeTypes?: (catalog: Catalog) => void;
}

export const defineModule = (module: Module): Module => module;
