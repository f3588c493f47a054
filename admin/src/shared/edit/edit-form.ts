import type { RaRecord } from 'react-admin';
import type { RequestOptions } from '../../api/client.ts';
import type { ResourceDocuments } from '../../providers/data/documents.ts';
import { type AddedByProvider, type FormFields, type RecordForm, recordForm } from '../form/form-fields.ts';
import type { EditFields } from './edit-fields.ts';

type PageRecord = RaRecord | null | undefined;

interface EditDocuments<Page extends PageRecord, Input> extends ResourceDocuments {
  one: (id: string, options: RequestOptions) => Promise<Page>;
  update: (input: Input) => ReturnType<NonNullable<ResourceDocuments['update']>>;
}

/** A record of any fields tells nothing about those it has. */
type Known<Row> = string extends keyof Row ? unknown : Row;

/** What an edit page reads: the fields of its query, and those that `toRecord` derives from them. */
type RowOf<Documents, Page> = NonNullable<Page> &
  (Documents extends { toRecord: (...node: never[]) => infer Row } ? Known<Row> : unknown);

/** The form of a page that edits a record. */
export interface EditForm<Input> extends RecordForm<Input> {
  readonly documents: ResourceDocuments;
}

/** Each field of the mutation, and for each the page must read what it holds; see `EditFields`. */
export function editFormOf<Page extends PageRecord, Input, Documents extends EditDocuments<Page, Input>>(
  documents: Documents & EditDocuments<Page, Input>,
  fields: EditFields<Input, RowOf<Documents, Page>, AddedByProvider>,
): EditForm<Input> {
  return { ...recordForm(fields as FormFields<Input, AddedByProvider>), documents };
}
