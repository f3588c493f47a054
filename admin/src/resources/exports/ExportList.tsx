import { Box, Typography } from '@mui/material';
import { DataTable, RecordContextProvider, useListContext } from 'react-admin';
import { ExportFormat, ExportStatus } from '#schema/codes/export.codes.ts';
import { pollWhile } from '../../providers/data/poll.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { CodeFilter } from '../../shared/codes/CodeInput.tsx';
import { CardItem, CardList } from '../../shared/display/CardList.tsx';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { EmptyList } from '../../shared/list/EmptyList.tsx';
import { SwitchFilter } from '../../shared/list/filters/SwitchFilter.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { NoMatches } from '../../shared/list/NoMatches.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';
import { AreaField, JobVerbs, ProgressField, SizeField, StatusField, TypeField } from './ExportFields.tsx';
import { isUnderWay, type Job } from './job.ts';
import { StartExportButton } from './StartExportButton.tsx';

const filters = [
  <SwitchFilter key="mine" source="mine" label="resources.exports.fields.mine" alwaysOn />,
  <CodeFilter key="status" source="status" list={ExportStatus} alwaysOn />,
];
const mine = { mine: true };

const format = { minWidth: 88 };
const purpose = { minWidth: 160, overflowWrap: 'anywhere' } as const;

const queryOptions = {
  onError: () => {},
  refetchInterval: pollWhile(({ data }: { data?: Job[] }) => data?.some(isUnderWay) ?? false, 1_500),
} as const;

/**
 * An empty list of one's own exports is no reason to offer clearing the filter. The list layout shows its empty state
 * only without a filter, and this list starts with the filter for one's own, so layout, table and cards all use this
 * one.
 */
function NoExports() {
  const { filterValues } = useListContext();
  const isUsual = Object.keys(filterValues).every((name) => name === 'mine');
  return isUsual ? (
    <EmptyList hint="resources.exports.emptyHint" actions={<StartExportButton />} />
  ) : (
    <NoMatches />
  );
}

function JobCard({ job }: { job: Job }) {
  return (
    <CardItem>
      <Box sx={{ display: 'grid', gap: 0.75 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, flexWrap: 'wrap' }}>
          <TypeField sx={{ fontWeight: 600 }} />
          <StatusField />
        </Box>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {job.purpose}
        </Typography>
        <ProgressField />
        <Box sx={{ display: 'flex', gap: 1, color: 'text.secondary', flexWrap: 'wrap' }}>
          <InstantField source="createdAt" />
          <SizeField />
        </Box>
        <Box>
          <JobVerbs />
        </Box>
      </Box>
    </CardItem>
  );
}

/** The whole job on a card: phones have no room for the columns, and the file is what people come for. */
function SmallList() {
  const { data = [] } = useListContext<Job>();
  return (
    <Box sx={{ p: 1 }}>
      <CardList>
        {data.map((job) => (
          <RecordContextProvider key={job.id} value={job}>
            <JobCard job={job} />
          </RecordContextProvider>
        ))}
      </CardList>
    </Box>
  );
}

const nothing = <NoExports />;

export function ExportList() {
  return (
    <ListShell
      empty={nothing}
      filters={filters}
      filterDefaultValues={mine}
      actions={<StartExportButton />}
      small={<SmallList />}
      smallEmpty={nothing}
      sort={{ field: 'createdAt', order: 'DESC' }}
      queryOptions={queryOptions}
    >
      <RecordTable rowClick={false} hiddenColumns={['format', 'startedBy']} empty={nothing}>
        <DataTable.Col source="createdAt" field={InstantField} />
        <DataTable.Col source="type" disableSort>
          <TypeField />
        </DataTable.Col>
        <DataTable.Col source="format" disableSort sx={format}>
          <CodeField source="format" list={ExportFormat} />
        </DataTable.Col>
        <DataTable.Col source="divisionCode" disableSort>
          <AreaField />
        </DataTable.Col>
        <DataTable.Col source="purpose" disableSort sx={purpose} />
        <DataTable.Col source="status" disableSort>
          <StatusField />
        </DataTable.Col>
        <DataTable.Col source="progress" disableSort>
          <ProgressField />
        </DataTable.Col>
        <DataTable.Col source="byteSize" disableSort>
          <SizeField />
        </DataTable.Col>
        <DataTable.Col source="expiresAt" disableSort field={InstantField} />
        <DataTable.Col source="startedBy" disableSort />
        <DataTable.Col label="bangfu.list.actions">
          <JobVerbs />
        </DataTable.Col>
      </RecordTable>
    </ListShell>
  );
}
