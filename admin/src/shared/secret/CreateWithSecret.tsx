import { type ReactNode, useState } from 'react';
import { Create, type RaRecord, useNotify } from 'react-admin';
import type { Values } from '../form/form-fields.ts';

interface CreateWithSecretProps<Made extends RaRecord> {
  /** Null in a repeated answer: the secret is returned only once. */
  secretOf: (made: Made) => string | null | undefined;
  /** Message key for a record whose secret was lost. */
  secretGone: string;
  /** Called once the secret has been read. */
  onDone: (made: Made) => void;
  dialog: (made: Made, secret: string, close: () => void) => ReactNode;
  /** Converts form values into the mutation's input. */
  toInput: (values: Values) => Values;
  /** The form. */
  children: ReactNode;
}

/** Creates a record and keeps the page open until its secret, which the server returns only once, has been read. */
export function CreateWithSecret<Made extends RaRecord>(props: CreateWithSecretProps<Made>) {
  const { secretOf, secretGone, onDone, dialog, toInput, children } = props;
  const notify = useNotify();
  const [made, setMade] = useState<Made>();
  const onSuccess = (record: Made) => {
    if (secretOf(record)) return setMade(record);
    notify(secretGone, { type: 'warning' });
    return onDone(record);
  };
  const secret = made && secretOf(made);
  return (
    <>
      <Create<Made> redirect={false} transform={toInput} mutationOptions={{ onSuccess }}>
        {children}
      </Create>
      {made && secret && dialog(made, secret, () => onDone(made))}
    </>
  );
}
