import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { type MouseEvent, useRef, useState } from 'react';
import { Link, useCreatePath, useTranslate } from 'react-admin';
import { errorBody } from '../../../api/errors.ts';

const key = 'resources.visits';

type Values = Record<string, unknown>;

/** Household, cadre and day of the confirmed visit: the confirmation holds for nothing else. */
const claimOf = ({ householdId, cadreId, visitedOn }: Values) =>
  JSON.stringify([householdId, cadreId, visitedOn]);

interface QuestionProps {
  earlierId: string;
  onConfirm: () => void;
}

function SameDayQuestion({ earlierId, onConfirm }: QuestionProps) {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const confirm = (event: MouseEvent<HTMLButtonElement>) => {
    onConfirm();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <Alert severity="warning" role="alert" sx={{ width: '100%', mb: 2 }}>
      <AlertTitle>{translate(`${key}.sameDay.heading`)}</AlertTitle>
      {translate(`${key}.sameDay.lead`)}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button
          size="small"
          color="inherit"
          variant="outlined"
          component={Link}
          to={createPath({ resource: 'visits', id: earlierId, type: 'show' })}
          target="_blank"
        >
          {translate(`${key}.openLogged`)}
        </Button>
        <Button size="small" color="inherit" variant="outlined" onClick={confirm}>
          {translate(`${key}.sameDay.confirm`)}
        </Button>
      </Box>
    </Alert>
  );
}

/** Asks about a second visit on the same day: the refused input is sent again once the user has confirmed it. */
export function useSameDay() {
  const [earlierId, setEarlierId] = useState<string>();
  const sent = useRef('');
  const confirmed = useRef('');
  return {
    question: earlierId && (
      <SameDayQuestion
        earlierId={earlierId}
        onConfirm={() => {
          confirmed.current = sent.current;
          setEarlierId(undefined);
        }}
      />
    ),
    /** For the form's `complete`. */
    withConfirmation: <Submitted extends Values>(values: Submitted) => {
      sent.current = claimOf(values);
      return confirmed.current === sent.current ? { ...values, allowSameDay: true } : values;
    },
    /** Whether the refusal was this question, which is then shown above the form. */
    showIfSameDay: (error: unknown): boolean => {
      const body = errorBody(error);
      if (body?.code !== 'VISIT_SAME_DAY') return false;
      setEarlierId(String(body.details?.earlierVisitId));
      window.scrollTo({ top: 0 });
      return true;
    },
  };
}
