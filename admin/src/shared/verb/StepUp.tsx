import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { request } from '../../api/client.ts';
import { errorBody, errorCode } from '../../api/errors.ts';
import { OneTimeCodeInput } from '../../resources/session/second-factor/OneTimeCodeInput.tsx';
import { stepUpMutation } from '../../resources/session/session.graphql.ts';

const source = 'stepUpCode';

/** Whether the verb will succeed once a code of the second factor is given. */
export const wantsCode = (error: unknown): boolean => errorCode(error) === 'STEP_UP_REQUIRED';

/** The values typed for the verb itself. */
export const withoutCode = ({ [source]: _, ...values }: Record<string, unknown>) => values;

/** Sends the code before the verb is tried again. */
export async function showCode(values: Record<string, unknown>): Promise<void> {
  await request(stepUpMutation, { input: { code: String(values[source] ?? '') } });
}

/**
 * Faults by input. That of the code is placed at this dialog's input: a fault without an input would block the form.
 */
export function fieldFaults(error: unknown, needsCode: boolean): Record<string, string> | undefined {
  const body = errorBody(error);
  if (!needsCode || !body?.errors?.code) return body?.errors;
  return { [source]: body.errors.code };
}

export const StepUpInput = () => (
  <OneTimeCodeInput
    source={source}
    label="resources.session.secondFactor.stepUp.label"
    orRecovery
    autoFocus
  />
);

/** Sends a user without a second factor to the page that sets one up. */
export function EnrolLink({ error }: { error: string | undefined }) {
  const translate = useTranslate();
  if (error !== 'SECOND_FACTOR_REQUIRED') return null;
  return (
    <Button component={Link} to="/security" size="small" color="inherit" variant="outlined" sx={{ mt: 1 }}>
      {translate('resources.session.secondFactor.stepUp.enrol')}
    </Button>
  );
}
