import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useLogout, useTranslate } from 'react-admin';
import { EntryPage } from '../../../layout/entry/EntryPage.tsx';
import { forgetMe } from '../../../providers/account/session.ts';
import { Enrolment } from './Enrolment.tsx';

/** Instead of every other page, for a user whose role requires a second factor and who has none. */
export function ForcedEnrolmentPage() {
  const translate = useTranslate();
  const logout = useLogout();
  const queryClient = useQueryClient();
  const goOn = () => {
    forgetMe();
    void queryClient.invalidateQueries();
  };
  return (
    <EntryPage
      heading="resources.session.secondFactor.forced"
      lead="resources.session.secondFactor.forcedLead"
    >
      <Enrolment onDone={goOn} />
      <Button onClick={() => logout()} sx={{ mt: 1 }}>
        {translate('ra.auth.logout')}
      </Button>
    </EntryPage>
  );
}
