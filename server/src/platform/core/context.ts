import type { Viewer } from '#platform/access/viewer.ts';
import type { Database } from '#platform/database/types.ts';
import type { FileStorage } from '#platform/files/storage.ts';
import type { Catalog } from '#platform/module/catalog.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limiter.ts';
import type { ChangeKind, ChangeType } from '#schema/codes/change.codes.ts';
import type { Lang } from '#schema/codes/lang.ts';
import type { Cipher } from './cipher.ts';
import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';
import type { Log } from './log.ts';

/** First parameter of the functions of the server. A transaction makes a copy with its own `db`. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
  readonly cipher: Cipher;
  readonly storage: FileStorage;
  readonly log: Log;
  /** Declarations of all modules. */
  readonly catalog: Catalog;
  /** The database is a cluster: the rows of a county lie on one node, those of several on several. */
  readonly isCluster?: boolean;
  /** Messages of webhooks may go to private addresses and without encryption. */
  readonly webhooksAnywhere?: boolean;
  readonly viewer: Viewer | null;
  readonly lang: Lang;
  readonly requestId: string;
  /** Address the request came from, for the lock-out; empty for the command line. */
  readonly address: string;
  /** Batched loaders of this request by key; see platform/read/loader.ts. */
  readonly loaders: Map<string, unknown>;
  /** Set inside a transaction: what it still has to write, and what follows its commit. */
  readonly pending: PendingWrites | null;
  /** Budgets of the callers of this process; null outside HTTP, where nothing is charged. */
  readonly rateLimiter: RateLimiter | null;
  /** When the request must be answered; absent for background work. */
  readonly deadline?: Deadline;
  /** Headers of the answer, such as the session cookie; null off HTTP. */
  readonly reply: Reply | null;
}

export interface Reply {
  setSession(token: string | null): void;
  readonly sessionToken: string | null;
}

export interface PendingWrites {
  readonly audit: AuditEntry[];
  /** Records written, for those who follow the changes; see changes.ts. */
  readonly changes: ChangeNote[];
  /** Households that came within a helper's reach or left it. */
  readonly reach: ReachNote[];
  /** Pipelined statements, awaited before the commit; if one fails, nothing is committed. */
  readonly sent: PromiseLike<unknown>[];
  /** Callbacks that run after the commit; see `afterCommit`. */
  readonly afterCommit: (() => void | Promise<void>)[];
}

/** A context inside a transaction. */
export type WorkContext = Context & { readonly pending: PendingWrites };

/** One change, as the audit trail keeps it. Never personal data in clear: masked forms only. */
export interface AuditEntry {
  /** '000000' where the change belongs to no county. */
  readonly countyCode: string;
  /** The place it concerns; where absent, the record's village, else the county. */
  readonly divisionCode?: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** The acting user, if it is not the viewer: at a login there is no viewer yet. */
  readonly actor?: { readonly id: string | null; readonly name: string };
  readonly before?: object | null;
  readonly after?: object | null;
}

/** Ids of records by type. */
export type Parts = { readonly [type in ChangeType]?: readonly string[] };

/** One record that was written. */
export interface ChangeNote {
  readonly type: ChangeType;
  readonly kind: ChangeKind;
  readonly countyCode: string;
  readonly recordId: string | null;
  readonly placeBefore: string | null;
  readonly placeAfter: string | null;
  readonly householdId: string | null;
  readonly cadreId: string | null;
  /** The household it belonged to before, where it went to another. */
  readonly formerHouseholdId?: string;
  readonly forCadreId?: string;
  readonly parts?: Parts;
}

export interface ReachNote {
  readonly countyCode: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly cadreId: string;
  readonly kind: 'INSERTED' | 'REMOVED';
}
