import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { type RaRecord, RecordContextProvider, useListContext, useTranslate } from 'react-admin';
import { useFormatInstant } from '../../shared/display/days.ts';
import { ActorName } from './ActorName.tsx';
import { AuditDiff } from './AuditDiff.tsx';

/** The audit trail on a phone: one line per event, which unfolds to the changes. */
export function AuditCards() {
  const translate = useTranslate();
  const format = useFormatInstant();
  const { data = [] } = useListContext<RaRecord>();
  return (
    <Box>
      {data.map((event) => (
        <RecordContextProvider key={event.id} value={event}>
          <Accordion disableGutters variant="outlined" slotProps={{ transition: { unmountOnExit: true } }}>
            <AccordionSummary expandIcon={<ExpandMore />}>
              <Box>
                <Typography>
                  {translate(`resources.audit.actions.${event.action}`, { _: event.action })} · <ActorName />
                </Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {format(event.at)}
                </Typography>
              </Box>
            </AccordionSummary>
            <AccordionDetails sx={{ overflowX: 'auto' }}>
              <AuditDiff />
            </AccordionDetails>
          </Accordion>
        </RecordContextProvider>
      ))}
    </Box>
  );
}
