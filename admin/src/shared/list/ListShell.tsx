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
import type { ScreenCodes } from '../codes/codes.ts';
import { EmptyList } from './EmptyList.tsx';
import { DefaultFilter } from './filters/default-filter.ts';
import { FilterChips } from './filters/FilterChips.tsx';
import { type FilterInputs, filterInputs } from './filters/filter-inputs.ts';
import { ListError } from './ListError.tsx';
import { NoMatches } from './NoMatches.tsx';

interface ListShellProps extends Omit<ListProps, 'actions' | 'children' | 'filterDefaultValues'> {
  filters?: ReactElement<{ source: string }>[];
  /** Coded lists of filters that have no input of their own, by source. */
  filterCodes?: Readonly<Record<string, ScreenCodes>>;
  /** The default filter. */
  filterDefaultValues?: Record<string, unknown>;
  /** Buttons of this resource, left of the common ones. */
  actions?: ReactNode;
  /** Key of the text that says where the records come from while there are none. */
  emptyHint?: string;
  /** What phones show instead of the table. */
  small?: ReactNode;
  /** What phones show where nothing is found. */
  smallEmpty?: ReactNode;
  /** False where the list is a view of open tasks, not the register itself. */
  canCreate?: boolean;
  children: ReactNode;
}

/** After an error there are no pages; the numbers would be those of the previous list. */
function Pages() {
  const { error } = useListContext();
  return error ? null : <Pagination rowsPerPageOptions={[25, 50, 100]} />;
}

/** An empty list of cards would show nothing, which could look broken. */
function SmallList({ empty, children }: { empty: ReactNode; children: ReactNode }) {
  const { data } = useListContext();
  return (
    <>
      {children}
      {data?.length === 0 && empty}
    </>
  );
}

const pagination = <Pages />;

const NO_FILTER = {};

// The page itself shows the error; a notification would repeat it.
const queryOptions = { onError: () => {} };

// On phones the filters stand on the page's grey instead of a white box.
const sx = {
  '& .RaList-actions, & .RaList-actions .MuiToolbar-root': { backgroundColor: 'transparent' },
  // A wide table scrolls inside its box and leaves the buttons above it in place.
  '& .RaList-main, & .RaList-content': { minWidth: 0 },
};

interface ListActionsProps {
  children?: ReactNode;
  hasFilters: boolean;
  hasColumns: boolean;
  canCreate?: boolean;
  inputs: FilterInputs;
  /** Filters that the page itself sets. */
  always?: Record<string, unknown>;
}

function ListActions({ children, hasFilters, hasColumns, canCreate, inputs, always }: ListActionsProps) {
  const { hasCreate } = useResourceDefinition({ hasCreate: canCreate });
  return (
    <TopToolbar sx={{ alignItems: 'center' }}>
      {children}
      {hasFilters && <FilterButton />}
      {hasColumns && <ColumnsButton />}
      <ExportButton always={always} inputs={inputs} />
      {hasCreate && <CreateButton />}
    </TopToolbar>
  );
}

/**
 * Layout of every list: filters with saved queries, choice of columns, paging within the API's limits, and states for
 * empty, error and loading.
 */
export function ListShell({
  actions,
  emptyHint,
  small,
  smallEmpty = <NoMatches />,
  canCreate,
  children,
  filters,
  filterCodes,
  filterDefaultValues = NO_FILTER,
  ...rest
}: ListShellProps) {
  const inputs = filterInputs(filters, filterCodes);
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const showsSmall = isPhone && small !== undefined;
  return (
    <List
      perPage={25}
      exporter={false}
      pagination={pagination}
      filters={filters}
      filterDefaultValues={filterDefaultValues}
      empty={<EmptyList hint={emptyHint} />}
      error={
        <DefaultFilter value={filterDefaultValues}>
          <ListError />
        </DefaultFilter>
      }
      actions={
        <ListActions
          hasFilters={Boolean(filters?.length)}
          hasColumns={!showsSmall}
          canCreate={canCreate}
          inputs={inputs}
          always={rest.filter}
        >
          {actions}
        </ListActions>
      }
      sx={sx}
      queryOptions={queryOptions}
      {...rest}
    >
      <FilterChips inputs={inputs} defaults={filterDefaultValues} />
      <DefaultFilter value={filterDefaultValues}>
        {showsSmall ? <SmallList empty={smallEmpty}>{small}</SmallList> : children}
      </DefaultFilter>
    </List>
  );
}
