import type { ComponentType } from 'react';
import type { RaRecord } from 'react-admin';
import type { Right } from '#schema/codes/rights.ts';
import type { graphql } from '../../api/graphql.ts';
import type { MessageTree } from '../../i18n/messages.ts';
import type { ResourceDocuments } from '../../providers/data/documents.ts';
import type { AuditWords } from './audit-words.ts';

/** Groups of the menu, in its order. */
export const menuGroups = ['overview', 'registers', 'support', 'funds', 'data', 'system'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** Loads a page from its own chunk. */
export type LoadPage = () => Promise<ComponentType>;

export interface ResourceRights {
  /** Opens the list and the pages of its records. */
  readonly read: Right;
  /** Needed to create and edit its records; without it nobody may. */
  readonly write?: Right;
  /** Settings for all counties at once: the right must be held for the whole country. */
  readonly isOfWholeCountry?: true;
  /** What a holder of the right needs in addition. */
  readonly isOpenTo?: (held: readonly string[]) => boolean;
}

/** Records that can be exported as one file. */
export interface ExportType {
  readonly type: ReturnType<typeof graphql.scalar<'ExportType'>>;
  /** The list whose filter can apply to the export: the page of that list has a button for it. */
  readonly list?: keyof ReturnType<typeof graphql.scalar<'ExportFilter'>>;
}

interface Route {
  /** Relative to the resource's address, or absolute with a leading slash. */
  readonly path: string;
  readonly page: LoadPage;
  /** For pages that open without signing in. */
  readonly withoutLayout?: true;
}

/** Declares one kind of records or pages for the console: the only export of its folder. */
export interface ConsoleResource {
  /** Its address, and its name in react-admin. */
  readonly name: string;
  readonly messages: MessageTree & { readonly name?: readonly [zh: string, en: string] };
  /** Its messages are needed before signing in, and are part of the first load. */
  readonly hasFrameMessages?: true;
  /** Its place in the menu: in its group, in the order of the list of resources. */
  readonly menu?: { readonly group: MenuGroup; readonly icon: ComponentType };
  readonly rights?: ResourceRights;
  readonly documents?: ResourceDocuments;
  readonly pages?: {
    readonly list?: LoadPage;
    readonly show?: LoadPage;
    readonly create?: LoadPage;
    readonly edit?: LoadPage;
  };
  readonly routes?: readonly Route[];
  /** The field that names a record, or a function that writes its name. */
  readonly recordRepresentation?: string | ((record: RaRecord) => string);
  readonly exports?: readonly ExportType[];
  /** Type in the API: an audit event of such a record links to its page. */
  readonly recordType?: string;
  /** Words of the audit trail for its records. */
  readonly audit?: AuditWords;
  /** Filters of any list that hold the id of one of its records. */
  readonly referencedBy?: readonly string[];
}

/** A resource in the menu needs a name and a right. */
type MenuResource = ConsoleResource &
  Required<Pick<ConsoleResource, 'menu' | 'rights' | 'pages'>> & {
    readonly messages: { readonly name: readonly [zh: string, en: string] };
  };

type PartResource = ConsoleResource & { readonly menu?: undefined };

export const defineResource = (resource: MenuResource | PartResource): ConsoleResource => resource;
