import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { request } from '../../api/client.ts';
import { errorBody, errorCode } from '../../api/errors.ts';
import { CodeInput } from '../../resources/session/second-factor/CodeInput.tsx';
import { stepUpMutation } from '../../resources/session/session.graphql.ts';

const source = 'stepUpCode';

/** Whether a refusal goes away once a code of the second factor is shown. */
export const wantsCode = (error: unknown): boolean => errorCode(error) === 'STEP_UP_REQUIRED';

/** What was typed for the verb itself. */
export const withoutCode = ({ [source]: _, ...values }: Record<string, unknown>) => values;

/** Shows the code, before the verb is tried once more. */
export async function showCode(values: Record<string, unknown>): Promise<void> {
  await request(stepUpMutation, { input: { code: String(values[source] ?? '') } });
}

/** Faults by input: that of the code at the input of this dialog, for one without an input would block the form. */
export function fieldFaults(error: unknown, needsCode: boolean): Record<string, string> | undefined {
  const body = errorBody(error);
  if (!needsCode || !body?.errors?.code) return body?.errors;
  return { [source]: body.errors.code };
}

export const StepUpInput = () => (
  <CodeInput source={source} label="resources.session.secondFactor.stepUp.label" orRecovery autoFocus />
);

/** Leads whoever has no second factor to where one is set up. */
export function EnrolLink({ error }: { error: string | undefined }) {
  const translate = useTranslate();
  if (error !== 'SECOND_FACTOR_REQUIRED') return null;
  return (
    <Button component={Link} to="/security" size="small" color="inherit" variant="outlined" sx={{ mt: 1 }}>
      {translate('resources.session.secondFactor.stepUp.enrol')}
    </Button>
  );
}
