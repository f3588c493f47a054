import { PasswordInput, required } from 'react-admin';
import type { Values } from '../../shared/form/form-fields.ts';

const sameAs = (source: string) => (repeated: string, values: Values) =>
  repeated && values[source] && repeated !== values[source] ? 'resources.session.differs' : undefined;

/** The new password is hidden, so it is typed twice. */
export function NewPasswordInputs({ source }: { source: string }) {
  return (
    <>
      <PasswordInput
        source={source}
        label="resources.session.fields.newPassword"
        helperText="resources.session.passwordHint"
        autoComplete="new-password"
        validate={required()}
      />
      <PasswordInput
        source="repeated"
        label="resources.session.fields.repeated"
        autoComplete="new-password"
        validate={[required(), sameAs(source)]}
        helperText={false}
      />
    </>
  );
}
