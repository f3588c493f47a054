import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import {
  Link,
  type RaRecord,
  useCreatePath,
  useListContext,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { auditLabelOf } from '#schema/codes/labels/field-labels.ts';
import { useLang } from '../../shared/codes/codes.ts';
import { useConsoleResources } from '../../shared/resource/useConsoleResources.ts';
import { CountyOfEvent } from './CountyOfEvent.tsx';
import { globalIdOf } from './record.ts';
import { type AuditChange, changesBetween } from './values/diff.ts';
import { useValueText } from './values/useValueText.ts';

function ChangeLine({ change, entity }: { change: AuditChange; entity: string }) {
  const text = useValueText(entity);
  const label = auditLabelOf(entity, change.field)?.[useLang() === 'zh' ? 0 : 1] ?? change.field;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ width: '20%' }}>
        {label}
      </TableCell>
      {[change.before, change.after].map((value, side) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two sides, always the same
        <TableCell key={side} sx={{ width: '40%', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {text(change.field, value)}
        </TableCell>
      ))}
    </TableRow>
  );
}

function Actions({ event }: { event: RaRecord }) {
  const translate = useTranslate();
  const { setFilters } = useListContext();
  const createPath = useCreatePath();
  const id = globalIdOf(event);
  const resource = useConsoleResources().find(({ recordType }) => recordType === event.entity);
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {id && (
        <Button size="small" onClick={() => setFilters({ record: id }, { record: true })}>
          {translate('resources.audit.ofRecord')}
        </Button>
      )}
      {id && resource?.pages?.show && (
        <Button size="small" component={Link} to={createPath({ resource: resource.name, id, type: 'show' })}>
          {translate('resources.audit.open')}
        </Button>
      )}
    </Box>
  );
}

/** The values before and after, from one audit row, in the words of the screens. */
export function AuditDiff() {
  const translate = useTranslate();
  const event = useRecordContext();
  if (!event) return null;
  const changes = changesBetween(event.before, event.after);
  return (
    <Box sx={{ px: { xs: 0, md: 6 }, py: 1 }}>
      {changes.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('resources.audit.noChanges')}
        </Typography>
      ) : (
        <Table size="small" sx={{ bgcolor: 'background.paper' }}>
          <TableHead>
            <TableRow>
              {(['field', 'before', 'after'] as const).map((key) => (
                <TableCell key={key}>{translate(`resources.audit.diff.${key}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {changes.map((change) => (
              <ChangeLine key={change.field} change={change} entity={event.entity} />
            ))}
          </TableBody>
        </Table>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {translate('resources.audit.fields.countyCode')} <CountyOfEvent /> ·{' '}
        {translate('resources.audit.fields.seq')} {event.seq} ·{' '}
        {translate('resources.audit.fields.requestId')} {event.requestId}
      </Typography>
      <Actions event={event} />
    </Box>
  );
}
