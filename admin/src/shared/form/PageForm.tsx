import { useCallback } from 'react';
import { SimpleForm, type SimpleFormProps, useRegisterMutationMiddleware } from 'react-admin';
import { useSayingSaved } from './FormPage.tsx';

type Mutate = (resource: unknown, params: unknown) => Promise<unknown>;

/** The form of every page that makes or edits a record. */
export function PageForm({ children, ...rest }: SimpleFormProps) {
  const saySaved = useSayingSaved();
  const closeWhenSaved = useCallback(
    async (resource: unknown, params: unknown, next: Mutate) => {
      const result = await next(resource, params);
      saySaved();
      return result;
    },
    [saySaved],
  );
  useRegisterMutationMiddleware<Mutate>(closeWhenSaved);
  return <SimpleForm {...rest}>{children}</SimpleForm>;
}
