import {
  Box,
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { ChecklistAnswer, ChecklistItem } from '#schema/codes/help/visit.codes.ts';
import { CodeChip } from '../../../shared/codes/CodeChip.tsx';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import type { Check } from '../checks.ts';
import { answerTone } from '../tones.ts';

const key = 'resources.visits.checklist';

/** Six short lines fit on a phone as one table, which reads better than six cards. */
export function VisitChecklist() {
  const record = useRecordContext();
  const translate = useTranslate();
  const itemLabel = useCodeLabel(ChecklistItem);
  const checks: Check[] = record?.checklist ?? [];
  if (checks.length === 0) {
    return <Typography sx={{ color: 'text.secondary' }}>{translate(`${key}.none`)}</Typography>;
  }
  return (
    <TableContainer component={Card}>
      <Table size="small" aria-label={translate('resources.visits.section.checklist')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate(`${key}.item`)}</TableCell>
            <TableCell>{translate(`${key}.answer`)}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {checks.map(({ item, answer, note }) => (
            <TableRow key={item}>
              <TableCell component="th" scope="row" sx={{ width: { xs: '45%', sm: 240 } }}>
                {itemLabel(item)}
              </TableCell>
              <TableCell>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
                  <CodeChip list={ChecklistAnswer} tones={answerTone} code={answer} />
                  <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                    {note}
                  </Box>
                </Box>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
