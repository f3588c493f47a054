import { Card, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading, Title, useNotify, useTranslate } from 'react-admin';
import { request } from '../../../api/client.ts';
import { Enrolment } from './Enrolment.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SecondFactorState } from './SecondFactorState.tsx';
import { secondFactorQuery } from './second-factor.graphql.ts';

const words = 'resources.session.secondFactor';

/** Password and second factor of one's own account. */
export function SecurityPage() {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [enrolling, setEnrolling] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const { data, error } = useQuery({
    queryKey: ['secondFactor'],
    queryFn: async () => (await request(secondFactorQuery, {})).secondFactor,
  });
  const close = () => {
    setEnrolling(false);
    setCodes(undefined);
    void queryClient.invalidateQueries();
  };
  const enrolled = () => {
    notify(`${words}.enrol.done`, { type: 'success' });
    close();
  };
  const content = () => {
    if (error) return <Typography role="alert">{translate(error.message)}</Typography>;
    if (!data) return <Loading />;
    if (codes) return <RecoveryCodes codes={codes} onClose={close} />;
    if (enrolling) return <Enrolment replaces={data.since !== null} onDone={enrolled} />;
    return <SecondFactorState own={data} onEnrol={() => setEnrolling(true)} onCodes={setCodes} />;
  };
  return (
    <Card sx={{ maxWidth: 560, p: { xs: 2, sm: 3 }, mt: 2 }}>
      <Title title={translate(`${words}.title`)} />
      <Typography variant="h1" component="h2">
        {translate(`${words}.heading`)}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 2 }}>{translate(`${words}.lead`)}</Typography>
      {content()}
    </Card>
  );
}
