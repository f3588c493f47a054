import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Edit, SaveButton, Toolbar, useNotify } from 'react-admin';
import { errorBody } from '../../api/errors.ts';
import type { ScreenCodes } from '../codes/codes.ts';
import type { Values } from '../form/form-fields.ts';
import { PageForm } from '../form/PageForm.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';
import type { EditForm } from './edit-form.ts';

interface EditShellProps<Input> {
  form: EditForm<Input>;
  /** Shown above the inputs. */
  above?: ReactNode;
  /** For inputs that do not simply stand one below the other. */
  layout?: (inputs: EditForm<Input>['inputs']) => ReactNode;
  /** Coded lists of the form's fields, by source: a conflict shows the values as text. */
  codes?: Readonly<Record<string, ScreenCodes>>;
  redirect?: 'show' | 'list';
  /** Completes the input with what no field of the form holds. */
  complete?: (input: Values) => Values;
  /** Whether the page itself handles this refusal. */
  onRefused?: (error: unknown) => boolean;
}

/** List rows have fewer fields than a form needs, so forms cache their record separately. */
export const PAGE = { view: 'page' } as const;

// Records are ended by a verb, never by a delete button.
const toolbar = (
  <Toolbar>
    <SaveButton />
  </Toolbar>
);

// What the user typed stays when another user's change arrives.
const keepTyped = { keepDirtyValues: true };

/** Layout of every edit form: saved when the server confirms, refusals at their fields, conflicts to decide. */
export function EditShell<Input>({
  form,
  above,
  layout,
  codes,
  redirect = 'show',
  complete = (input) => input,
  onRefused,
}: EditShellProps<Input>) {
  const notify = useNotify();
  const queryClient = useQueryClient();
  // An answer requested before the save and received after it would show the old values.
  const onSettled = () => void queryClient.invalidateQueries();
  // Each version conflict is shown anew; a fresh form shows the latest record.
  const [clash, setClash] = useState(0);
  const [isDeciding, setDeciding] = useState(false);
  const [turn, setTurn] = useState(0);
  const onError = (error: unknown) => {
    if (onRefused?.(error)) return undefined;
    const body = errorBody(error);
    if (body?.code === 'CONFLICT') {
      setClash((count) => count + 1);
      return setDeciding(true);
    }
    if (body?.errors) return undefined;
    const message = error instanceof Error ? error.message : 'ra.notification.http_error';
    return notify(message, { type: 'error' });
  };
  return (
    <Edit
      mutationMode="pessimistic"
      redirect={redirect}
      transform={(values: Values) => complete(form.toInput(values))}
      queryOptions={{ meta: PAGE }}
      mutationOptions={{ meta: PAGE, onError, onSettled }}
      sx={{ maxWidth: 720 }}
    >
      <PageForm key={turn} toolbar={toolbar} resetOptions={keepTyped}>
        {isDeciding && (
          <ConflictChoice
            key={clash}
            codes={codes}
            onKeep={() => setDeciding(false)}
            onTakeTheirs={() => {
              setDeciding(false);
              setTurn((count) => count + 1);
            }}
          />
        )}
        {above}
        {layout ? layout(form.inputs) : form.all}
      </PageForm>
    </Edit>
  );
}
