import { Checkbox, TableCell } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import {
  DataTableBody,
  DataTableConfigContext,
  DataTableRow,
  useDataTableCallbacksContext,
  useDataTableConfigContext,
  useDataTableSelectedIdsContext,
  useGetRecordRepresentation,
  useRecordContext,
  useResourceContext,
  useTranslate,
} from 'react-admin';

/** react-admin's own row checkbox has no accessible name; this one names its record. */
function RowCheckbox() {
  const { handleToggleItem, isRowSelectable } = useDataTableCallbacksContext();
  const selectedIds = useDataTableSelectedIdsContext();
  const resource = useResourceContext();
  const represent = useGetRecordRepresentation(resource);
  const translate = useTranslate();
  const record = useRecordContext();
  if (!record) return null;
  const selectable = !isRowSelectable || isRowSelectable(record);
  const label = translate('bangfu.list.selectRecord', { name: represent(record) });
  return (
    <Checkbox
      size="small"
      className="select-item"
      disabled={!selectable}
      checked={selectable && (selectedIds?.includes(record.id) ?? false)}
      onClick={(event) => {
        event.stopPropagation();
        if (selectable) handleToggleItem?.(record.id, event);
      }}
      slotProps={{ input: { 'aria-label': label } }}
    />
  );
}

function AccessibleRow({ children, ...rest }: { children?: ReactNode }) {
  const config = useDataTableConfigContext();
  const withoutOwnCheckbox = useMemo(() => ({ ...config, hasBulkActions: false }), [config]);
  return (
    <DataTableConfigContext.Provider value={withoutOwnCheckbox}>
      <DataTableRow {...rest}>
        {config.hasBulkActions && (
          <TableCell padding="checkbox">
            <RowCheckbox />
          </TableCell>
        )}
        {children}
      </DataTableRow>
    </DataTableConfigContext.Provider>
  );
}

export function AccessibleBody({ children }: { children?: ReactNode }) {
  return <DataTableBody row={AccessibleRow}>{children}</DataTableBody>;
}
