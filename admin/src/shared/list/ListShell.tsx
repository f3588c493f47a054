import { type Theme, useMediaQuery } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import {
  ColumnsButton,
  CreateButton,
  FilterButton,
  List,
  type ListProps,
  Pagination,
  TopToolbar,
  useListContext,
  useResourceDefinition,
} from 'react-admin';
import { ExportButton } from '../../resources/exports/ExportButton.tsx';
import { EmptyList } from './EmptyList.tsx';
import { ListError } from './ListError.tsx';

interface ListShellProps extends Omit<ListProps, 'actions' | 'children'> {
  filters?: ReactElement[];
  /** Buttons of this resource, left of the common ones. */
  actions?: ReactNode;
  /** Key of the sentence that tells where the records come from while there are none. */
  emptyHint?: string;
  /** What can be done about it, other than to make one. */
  emptyActions?: ReactNode;
  /** What phones show instead of the table. */
  small?: ReactNode;
  /** False where the list is a view of work to do, not the register itself. */
  canCreate?: boolean;
  children: ReactNode;
}

/** An error has no pages; the numbers would be those of the list before it. */
function Pages() {
  const { error } = useListContext();
  return error ? null : <Pagination rowsPerPageOptions={[25, 50, 100]} />;
}

const pagination = <Pages />;

// The page itself tells of the error, with a way on; a passing notice would say it twice.
const queryOptions = { onError: () => {} };

// Phones get the filters on the page's own grey instead of a white box.
const sx = {
  '& .RaList-actions, & .RaList-actions .MuiToolbar-root': { backgroundColor: 'transparent' },
  // A wide table scrolls by itself and leaves the buttons above it where they are.
  '& .RaList-main, & .RaList-content': { minWidth: 0 },
};

interface ListActionsProps {
  children?: ReactNode;
  hasFilters: boolean;
  hasColumns: boolean;
  canCreate?: boolean;
  /** What the page itself narrows the list by. */
  always?: Record<string, unknown>;
}

function ListActions({ children, hasFilters, hasColumns, canCreate, always }: ListActionsProps) {
  const { hasCreate } = useResourceDefinition({ hasCreate: canCreate });
  return (
    <TopToolbar sx={{ alignItems: 'center' }}>
      {children}
      {hasFilters && <FilterButton />}
      {hasColumns && <ColumnsButton />}
      <ExportButton always={always} />
      {hasCreate && <CreateButton />}
    </TopToolbar>
  );
}

/** Every list: filters with saved queries, columns of one's own, paging within the API's limits, states for none, error and loading. */
export function ListShell({
  actions,
  emptyHint,
  emptyActions,
  small,
  canCreate,
  children,
  filters,
  ...rest
}: ListShellProps) {
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const showsSmall = isPhone && small !== undefined;
  return (
    <List
      perPage={25}
      exporter={false}
      pagination={pagination}
      filters={filters}
      empty={<EmptyList hint={emptyHint} actions={emptyActions} />}
      error={<ListError />}
      actions={
        <ListActions
          hasFilters={Boolean(filters?.length)}
          hasColumns={!showsSmall}
          canCreate={canCreate}
          always={rest.filter}
        >
          {actions}
        </ListActions>
      }
      sx={sx}
      queryOptions={queryOptions}
      {...rest}
    >
      {showsSmall ? small : children}
    </List>
  );
}
