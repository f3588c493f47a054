import type { ComponentType } from 'react';
import type { RaRecord } from 'react-admin';
import type { Right } from '#schema/codes/rights.ts';
import type { graphql } from '../../api/graphql.ts';
import type { MessageTree } from '../../i18n/messages.ts';
import type { ResourceDocuments } from '../../providers/data/documents.ts';
import type { AuditWords } from './audit-words.ts';

/** Groups of the menu, in its order. */
export const menuGroups = ['overview', 'registers', 'support', 'data', 'system'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** Loads a page, which comes as a chunk of its own. */
export type LoadPage = () => Promise<ComponentType>;

export interface ResourceRights {
  /** Opens the list and the pages of its records. */
  readonly read: Right;
  /** Lets its records be made and changed; without it nobody may. */
  readonly write?: Right;
  /** What is settled for all counties at once: the right must be held in the whole country. */
  readonly isOfWholeCountry?: true;
  /** What the holder needs besides the right. */
  readonly isOpenTo?: (held: readonly string[]) => boolean;
}

/** Records that can be exported as one file. */
export interface ExportType {
  readonly type: ReturnType<typeof graphql.scalar<'ExportType'>>;
  /** The list whose filter the file may have: the one of the page, which then has a button for it. */
  readonly list?: keyof ReturnType<typeof graphql.scalar<'ExportFilter'>>;
}

interface Route {
  /** Below the resource's own address, or from the root with a slash in front. */
  readonly path: string;
  readonly page: LoadPage;
  /** For pages that are opened without being signed in. */
  readonly withoutLayout?: true;
}

/** All that the console knows of one kind of records or page: its folder exports this and nothing else. */
export interface ConsoleResource {
  /** Its address, and its name in react-admin. */
  readonly name: string;
  readonly messages: MessageTree & { readonly name?: readonly [zh: string, en: string] };
  /** Its messages are needed before anybody is signed in, and come with the first load. */
  readonly hasFrameMessages?: true;
  /** Its place in the menu: after those of its group that stand before it in the list of resources. */
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
  /** The field that names a record, or what is written for it. */
  readonly recordRepresentation?: string | ((record: RaRecord) => string);
  readonly exports?: readonly ExportType[];
  /** Type of the API: an audit event of such a record leads to its page. */
  readonly recordType?: string;
  /** What the audit trail says of its records. */
  readonly audit?: AuditWords;
  /** Filters of any list that hold the id of one of its records. */
  readonly referencedBy?: readonly string[];
}

/** In the menu a resource needs a name, and somebody who may open it. */
type MenuResource = ConsoleResource &
  Required<Pick<ConsoleResource, 'menu' | 'rights' | 'pages'>> & {
    readonly messages: { readonly name: readonly [zh: string, en: string] };
  };

type PartResource = ConsoleResource & { readonly menu?: undefined };

export const defineResource = (resource: MenuResource | PartResource): ConsoleResource => resource;
