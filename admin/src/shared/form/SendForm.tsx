import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Form, useTranslate } from 'react-admin';
import { errorBody } from '../../api/errors.ts';
import { isSessionEnd } from '../../api/session-end.ts';
import { type FormFields, inputOf, inputsOf, type Values } from './form-fields.ts';
import { Refusal } from './Refusal.tsx';

interface SendFormProps<Input, Given extends keyof Input> {
  /** A missing input of the mutation is a type error, as in every form. */
  fields: FormFields<Input, Given | 'clientMutationId'>;
  defaultValues?: Values;
  /** Label of the button. */
  submit: string;
  fullWidth?: boolean;
  /** Errors it throws are shown above the inputs and at the fields they concern. */
  run: (input: Omit<Input, Given | 'clientMutationId'>) => Promise<unknown>;
  /** An error that led to this form. */
  refused?: unknown;
  /** Shown above the inputs. */
  children?: ReactNode;
}

/**
 * A form of one step. Each wrong password or code counts towards the lock-out, so nothing is sent again automatically.
 */
export function SendForm<Input, Given extends keyof Input = never>({
  fields,
  defaultValues,
  submit,
  fullWidth,
  run,
  refused,
  children,
}: SendFormProps<Input, Given>) {
  const translate = useTranslate();
  const [refusal, setRefusal] = useState(refused);
  const [sending, setSending] = useState(false);

  const send = async (values: Values) => {
    setRefusal(undefined);
    setSending(true);
    try {
      await run(inputOf(fields, values));
      return undefined;
    } catch (error) {
      if (isSessionEnd(error)) return undefined;
      setRefusal(error);
      return errorBody(error)?.errors;
    } finally {
      setSending(false);
    }
  };

  return (
    <Form onSubmit={send} noValidate disableInvalidFormNotification defaultValues={defaultValues}>
      {refusal !== undefined && <Refusal error={refusal} />}
      {children}
      {Object.values<ReactNode>(inputsOf(fields))}
      <Button
        type="submit"
        variant="contained"
        size="large"
        fullWidth={fullWidth}
        disabled={sending}
        sx={{ mt: 2 }}
      >
        {translate(submit)}
      </Button>
    </Form>
  );
}
