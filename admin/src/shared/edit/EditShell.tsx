import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Edit, SaveButton, Toolbar, useNotify } from 'react-admin';
import { errorBody } from '../../api/errors.ts';
import type { ScreenCodes } from '../codes/codes.ts';
import { PageForm } from '../form/PageForm.tsx';
import { ConflictChoice } from './ConflictChoice.tsx';

interface EditShellProps {
  children: ReactNode;
  /** Coded lists of the form's fields, by source: a conflict shows the values as text. */
  codes?: Readonly<Record<string, ScreenCodes>>;
  redirect?: 'show' | 'list';
  transform?: (values: Record<string, unknown>) => Record<string, unknown>;
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
export function EditShell({ children, codes, redirect = 'show', transform, onRefused }: EditShellProps) {
  const notify = useNotify();
  const queryClient = useQueryClient();
  // An answer requested before the save and received after it would show the old values.
  const onSettled = () => void queryClient.invalidateQueries();
  // Each version conflict is shown anew; a fresh form shows the latest record.
  const [clash, setClash] = useState(0);
  const [isDeciding, setDeciding] = useState(false);
  const [form, setForm] = useState(0);
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
      transform={transform}
      queryOptions={{ meta: PAGE }}
      mutationOptions={{ meta: PAGE, onError, onSettled }}
      sx={{ maxWidth: 720 }}
    >
      <PageForm key={form} toolbar={toolbar} resetOptions={keepTyped}>
        {isDeciding && (
          <ConflictChoice
            key={clash}
            codes={codes}
            onKeep={() => setDeciding(false)}
            onTakeTheirs={() => {
              setDeciding(false);
              setForm((count) => count + 1);
            }}
          />
        )}
        {children}
      </PageForm>
    </Edit>
  );
}
