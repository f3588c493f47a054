import { type ReactNode, useState } from 'react';
import { Create, type RaRecord, useNotify } from 'react-admin';
import type { Values } from '../form/form-fields.ts';

interface CreateWithSecretProps<Made extends RaRecord> {
  /** Null in a repeated answer: it is told once. */
  secretOf: (made: Made) => string | null | undefined;
  /** Key of the words for a record whose secret did not arrive. */
  secretGone: string;
  /** Where to go once the secret has been read. */
  onDone: (made: Made) => void;
  dialog: (made: Made, secret: string, close: () => void) => ReactNode;
  /** Form values → what the mutation takes of them. */
  toInput: (values: Values) => Values;
  /** The form. */
  children: ReactNode;
}

/** Makes a record and stays until what the server tells of it only once has been read. */
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
