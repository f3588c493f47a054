import type { PgTable } from 'drizzle-orm/pg-core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '#platform/core/context.ts';
import type { JobSet, Schedules } from '#platform/jobs/job-set.ts';
import type { Entity, EntityExtension } from '#platform/read/entity.ts';
import type { ConstraintMeaning } from '#platform/write/refusals.ts';
import type { InsertOnly } from '#schema/insert-only.ts';
import type { Catalog } from './catalog.ts';
import type { Provision } from './extension-point.ts';

/** A class with type-graphql's decorators. */
export type ResolverClass = abstract new (...args: never[]) => object;

/** Passed to routes outside GraphQL, to make the context of a request. */
export interface RouteDeps {
  /** The context with the viewer, by session or token; throws for invalid credentials. */
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
  /** The context of a request without authentication. */
  anonymousContext(request: FastifyRequest): Context;
}

/** Passed to background work. */
export interface BackgroundDeps {
  /** A context without a person. */
  systemContext(): Context;
  readonly schema: GraphQLSchema;
}

/** All that a module is to the rest of the server. The list of the modules is `server/src/modules.ts`. */
export interface Module {
  readonly name: string;
  /** Entities, by type of the API. */
  readonly entities?: readonly Entity[];
  /** Fields and filters that it adds to entities of modules before it. */
  readonly extensions?: readonly EntityExtension[];
  /** Insert-only tables of its own that have no entity. */
  readonly histories?: readonly (PgTable & InsertOnly)[];
  readonly resolvers?: readonly ResolverClass[];
  /** Those whose types depend on what all modules declare; made once, when the schema is. */
  readonly resolversOf?: (catalog: Catalog) => readonly ResolverClass[];
  /** The error for a violated database constraint, by name of the constraint. */
  readonly constraints?: Readonly<Record<string, ConstraintMeaning>>;
  readonly provides?: readonly Provision[];
  readonly jobs?: (deps: BackgroundDeps) => JobSet;
  /** What its queues are handed by the clock. */
  readonly schedules?: Schedules;
  readonly routes?: (http: FastifyInstance, deps: RouteDeps) => void | Promise<void>;
  /** Runs beside the requests for as long as the server does; `stop` comes back when all is written. */
  readonly background?: (ctx: Context) => { stop(): Promise<void> };
}

export const defineModule = (module: Module): Module => module;
