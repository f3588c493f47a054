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
  useResourceDefinition,
} from 'react-admin';
import { EmptyList } from './EmptyList.tsx';
import { ListError } from './ListError.tsx';

interface ListShellProps extends Omit<ListProps, 'actions' | 'empty' | 'children'> {
  filters?: ReactElement[];
  /** Buttons of this resource, left of the common ones. */
  actions?: ReactNode;
  /** Key of the sentence that tells where the records come from while there are none. */
  emptyHint?: string;
  /** What phones show instead of the table. */
  small?: ReactNode;
  children: ReactNode;
}

const pagination = <Pagination rowsPerPageOptions={[25, 50, 100]} />;

function ListActions({ children, hasFilters }: { children?: ReactNode; hasFilters: boolean }) {
  const { hasCreate } = useResourceDefinition();
  return (
    <TopToolbar>
      {children}
      {hasFilters && <FilterButton />}
      <ColumnsButton />
      {hasCreate && <CreateButton />}
    </TopToolbar>
  );
}

/** Every list: filters with saved queries, columns of one's own, paging within the API's limits, states for none, error and loading. */
export function ListShell({ actions, emptyHint, small, children, filters, ...rest }: ListShellProps) {
  const isSmall = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  return (
    <List
      perPage={25}
      exporter={false}
      pagination={pagination}
      filters={filters}
      empty={<EmptyList hint={emptyHint} />}
      error={<ListError />}
      actions={<ListActions hasFilters={Boolean(filters?.length)}>{actions}</ListActions>}
      {...rest}
    >
      {isSmall && small ? small : children}
    </List>
  );
}
