import { required, TextInput } from 'react-admin';

interface CodeInputProps {
  source: string;
  label?: string;
  /** Where a recovery code is accepted as well. */
  orRecovery?: boolean;
  autoFocus?: boolean;
}

const htmlInput = { inputMode: 'text', spellCheck: false, autoCapitalize: 'none' } as const;
const digitsOnly = { ...htmlInput, inputMode: 'numeric' } as const;

/** A code of the authenticator app; browsers and phones offer to fill it in. */
export function OneTimeCodeInput({ source, label, orRecovery = false, autoFocus }: CodeInputProps) {
  const words = 'resources.session.secondFactor';
  return (
    <TextInput
      source={source}
      label={label ?? `${words}.code`}
      helperText={`${words}.${orRecovery ? 'codeOrRecoveryHint' : 'codeHint'}`}
      autoComplete="one-time-code"
      autoFocus={autoFocus}
      slotProps={{ htmlInput: orRecovery ? htmlInput : digitsOnly }}
      validate={required()}
    />
  );
}
