import { type ReactNode, useMemo, useState } from 'react';
import {
  type Identifier,
  ListContextProvider,
  type RaRecord,
  useListContext,
  useRecordContext,
  useResourceContext,
} from 'react-admin';

interface Selection {
  /** Identifies the rows that can be selected: one place, one filter. */
  of: string;
  ids: readonly Identifier[];
}

interface SelectionScopeProps {
  isRowSelectable?: (record: RaRecord) => boolean;
  children: ReactNode;
}

const anyRow = () => true;

/**
 * A selection belongs to the table it was made in. react-admin keeps selections in the browser's store by resource, so
 * those of one cadre's page would appear on the next; here they end with the page, with another filter and with another
 * record. Changing the page keeps them: every verb lists the selected records first.
 */
export function SelectionScope({ isRowSelectable = anyRow, children }: SelectionScopeProps) {
  const list = useListContext();
  const around = useRecordContext();
  const resource = useResourceContext();
  const of = JSON.stringify([resource, around?.id, list.filterValues]);
  const [selection, setSelection] = useState<Selection>({ of, ids: [] });
  const { data, onSelectAll, onUnselectItems } = list;

  // Only rows that can still be changed: another user may have been faster.
  const selectedIds = useMemo(() => {
    if (selection.of !== of) return [];
    const stale = new Set(data?.filter((row) => !isRowSelectable(row)).map(({ id }) => id));
    return selection.ids.filter((id) => !stale.has(id));
  }, [selection, of, data, isRowSelectable]);

  const select = (ids: readonly Identifier[]) => setSelection({ of, ids });
  const scoped = {
    ...list,
    selectedIds: [...selectedIds],
    onSelect: select,
    onUnselectItems: () => select([]),
    onToggleItem: (id: Identifier) =>
      select(selectedIds.includes(id) ? selectedIds.filter((one) => one !== id) : [...selectedIds, id]),
    onSelectAll: (options: Parameters<typeof onSelectAll>[0] = {}) =>
      onSelectAll({
        ...options,
        queryOptions: {
          ...options.queryOptions,
          onSuccess: (found: { data: RaRecord[] }) => {
            select(found.data.filter(isRowSelectable).map(({ id }) => id));
            // Clears what react-admin itself has stored.
            onUnselectItems();
          },
        },
      }),
  };
  return <ListContextProvider value={scoped}>{children}</ListContextProvider>;
}
