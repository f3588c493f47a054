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
  /** Which rows the ticks are about: those of one place, narrowed in one way. */
  of: string;
  ids: readonly Identifier[];
}

interface SelectionScopeProps {
  isRowSelectable?: (record: RaRecord) => boolean;
  children: ReactNode;
}

const anyRow = () => true;

/**
 * Ticks belong to the table they were made in. react-admin keeps them in the browser's store by resource, where those
 * of one cadre's page stayed for the next; here they are gone with the page, with another filter and with another
 * record around the table. Turning a page keeps them: whoever acts on them is shown every one of them first.
 */
export function SelectionScope({ isRowSelectable = anyRow, children }: SelectionScopeProps) {
  const list = useListContext();
  const around = useRecordContext();
  const resource = useResourceContext();
  const of = JSON.stringify([resource, around?.id, list.filterValues]);
  const [selection, setSelection] = useState<Selection>({ of, ids: [] });
  const { data, onSelectAll, onUnselectItems } = list;

  // Of the rows at hand only those that can still be acted on: another user may have done it meanwhile.
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
            // What react-admin itself has put into its store is not kept there.
            onUnselectItems();
          },
        },
      }),
  };
  return <ListContextProvider value={scoped}>{children}</ListContextProvider>;
}
