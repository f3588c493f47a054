import { PasswordInput, required } from 'react-admin';

const sameAsNew = (repeated: string, { newPassword }: { newPassword?: string }) =>
  repeated && newPassword && repeated !== newPassword ? 'resources.session.differs' : undefined;

/** A new password is typed blind, so it is typed twice. */
export function NewPasswordInputs() {
  return (
    <>
      <PasswordInput
        source="newPassword"
        label="resources.session.fields.newPassword"
        helperText="resources.session.passwordHint"
        autoComplete="new-password"
        validate={required()}
      />
      <PasswordInput
        source="repeated"
        label="resources.session.fields.repeated"
        autoComplete="new-password"
        validate={[required(), sameAsNew]}
        helperText={false}
      />
    </>
  );
}
