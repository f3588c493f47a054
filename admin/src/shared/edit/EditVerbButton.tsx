import type { FormFields, Values } from '../form/form-fields.ts';
import { type AddedByVerb, VerbButton, type VerbButtonProps } from '../verb/VerbButton.tsx';
import type { EditFields } from './edit-fields.ts';

interface EditVerbButtonProps<Input, Given extends keyof Input, Result, Row>
  extends Omit<VerbButtonProps<Input, Given, Result>, 'fields' | 'defaultValues'> {
  /** What the dialog starts from. */
  record: Row;
  fields: EditFields<Input, Row, Given | AddedByVerb>;
}

/** A verb that edits a record in a dialog: each field starts from the record, or says that it starts empty. */
export function EditVerbButton<Input, Given extends keyof Input, Result, Row extends Values>({
  record,
  fields,
  ...verb
}: EditVerbButtonProps<Input, Given, Result, Row>) {
  return (
    <VerbButton<Input, Given, Result>
      {...verb}
      fields={fields as FormFields<Input, Given | AddedByVerb>}
      defaultValues={record}
    />
  );
}
