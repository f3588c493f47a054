import { DataTable, type DataTableProps } from 'react-admin';
import { NoMatches } from '../list/NoMatches.tsx';
import { SelectionScope } from '../selection/SelectionScope.tsx';
import { AccessibleBody } from './AccessibleBody.tsx';

// A wide table scrolls sideways in its own box, never the page. The selection bar stands above the table instead of
// covering the filters.
const sx = {
  '&& .RaBulkActionsToolbar-toolbar': {
    position: 'static',
    transform: 'none',
    minHeight: 48,
    height: 'auto',
    backgroundColor: 'primary.light',
  },
  '&& .RaBulkActionsToolbar-toolbar.RaBulkActionsToolbar-collapsed': { display: 'none' },
  '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
  // A folded row takes no room.
  '& .RaDataTable-expandRow > .MuiTableCell-root': { height: 0, py: 0 },
  // On a narrow screen a name would otherwise wrap after every character.
  '& .MuiTableCell-body': { wordBreak: { xs: 'keep-all', md: 'normal' } },
  '& .RaDataTable-headerCell': { backgroundColor: '#eef2f5' },
};

/** The table of every list: compact, with named checkboxes and its own selection, without bulk delete. */
export function RecordTable({ bulkActionButtons = false, ...rest }: DataTableProps) {
  const table = (
    <DataTable
      body={AccessibleBody}
      bulkActionButtons={bulkActionButtons}
      empty={<NoMatches />}
      sx={sx}
      {...rest}
    />
  );
  if (!bulkActionButtons) return table;
  return <SelectionScope isRowSelectable={rest.isRowSelectable}>{table}</SelectionScope>;
}
