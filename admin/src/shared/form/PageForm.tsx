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

type Mutate = (resource: unknown, params: unknown) => Promise<unknown>;

/** The form of every page that creates or edits a record: nothing typed is lost. */
export function PageForm({ children, ...rest }: SimpleFormProps) {
  const name = useDraftName();
  const record = useRecordContext();
  const draft = useRef<DraftHandle>(null);
  const markSaved = useMarkSaved();
  const closeWhenSaved = useCallback(
    async (resource: unknown, params: unknown, next: Mutate) => {
      const result = await next(resource, params);
      draft.current?.close();
      markSaved();
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
