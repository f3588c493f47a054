import { useCallback, useRef } from 'react';
import {
  SimpleForm,
  type SimpleFormProps,
  useRecordContext,
  useRegisterMutationMiddleware,
} from 'react-admin';
import { Draft, type DraftHandle } from '../draft/Draft.tsx';
import { useDraftName } from '../draft/useDraftName.ts';
import { useMarkSaved } from './FormPage.tsx';

interface Answer {
  data?: { id?: unknown };
}
type Mutate = (resource: unknown, params: unknown) => Promise<Answer>;

/** When the session has expired react-admin answers a save with an empty record and opens the login page. */
const isSaved = ({ data }: Answer) => data?.id !== undefined;

/** The form of every page that creates or edits a record: nothing typed is lost. */
export function PageForm({ children, ...rest }: SimpleFormProps) {
  const name = useDraftName();
  const record = useRecordContext();
  const draft = useRef<DraftHandle>(null);
  const markSaved = useMarkSaved();
  const closeWhenSaved = useCallback(
    async (resource: unknown, params: unknown, next: Mutate) => {
      const result = await next(resource, params);
      if (isSaved(result)) {
        draft.current?.close();
        markSaved();
      }
      return result;
    },
    [markSaved],
  );
  useRegisterMutationMiddleware<Mutate>(closeWhenSaved);
  return (
    <SimpleForm {...rest}>
      <Draft key={name} ref={draft} name={name} version={record?.version} />
      {children}
    </SimpleForm>
  );
}
