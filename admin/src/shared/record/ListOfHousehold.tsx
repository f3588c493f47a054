import { Alert, Button, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { type RaRecord, useGetList, useRecordContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Section } from '../display/Section.tsx';

interface ListOfHouseholdProps<Row extends RaRecord> {
  resource: string;
  title: string;
  /** Link text to the whole list. */
  all: string;
  householdId: string;
  filter?: Record<string, unknown>;
  sort: { field: string; order: 'ASC' | 'DESC' };
  actions?: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

const SHOWN = 10;

/** The address of a list with a filter applied. */
export const listAddress = (resource: string, filter: object): string =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** The household of the page around it, unless one is given. */
export function useHouseholdId(given: string | undefined): string | undefined {
  const record = useRecordContext();
  return given ?? (record ? String(record.id) : undefined);
}

/** The latest records of one household, with a link to all of them. */
export function ListOfHousehold<Row extends RaRecord>(props: ListOfHouseholdProps<Row>) {
  const { resource, title, all, householdId, sort, actions, children } = props;
  const translate = useTranslate();
  const filter = { household: householdId, ...props.filter };
  const { data, total, isPending, error } = useGetList<Row>(resource, {
    filter,
    sort,
    pagination: { page: 1, perPage: SHOWN },
  });
  const more = (total ?? 0) > SHOWN && (
    <Button size="small" component={Link} to={listAddress(resource, filter)}>
      {`${translate(all)} (${total})`}
    </Button>
  );
  return (
    <Section
      title={title}
      actions={
        <>
          {more}
          {actions}
        </>
      }
    >
      {isPending && <Skeleton variant="rounded" height={96} />}
      {error && <Alert severity="error">{translate(error.message)}</Alert>}
      {data && children(data)}
    </Section>
  );
}
