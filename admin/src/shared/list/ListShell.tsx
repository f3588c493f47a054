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
  /** The coded lists of filters that have no input of their own, by source. */
  filterCodes?: Readonly<Record<string, ScreenCodes>>;
  /** What the list is narrowed by while nobody says otherwise. */
  filterDefaultValues?: Record<string, unknown>;
  /** Buttons of this resource, left of the common ones. */
  actions?: ReactNode;
  /** Key of the sentence that tells where the records come from while there are none. */
  emptyHint?: string;
  /** What phones show instead of the table. */
  small?: ReactNode;
  /** What phones show where nothing is found. */
  smallEmpty?: ReactNode;
  /** False where the list is a view of work to do, not the register itself. */
  canCreate?: boolean;
  children: ReactNode;
}

/** An error has no pages; the numbers would be those of the list before it. */
function Pages() {
  const { error } = useListContext();
  return error ? null : <Pagination rowsPerPageOptions={[25, 50, 100]} />;
}

/** A list of cards shows nothing where nothing is found, which could as well mean that it is broken. */
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
  inputs: FilterInputs;
  /** What the page itself narrows the list by. */
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

/** Every list: filters with saved queries, columns of one's own, paging within the API's limits, states for none, error and loading. */
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
