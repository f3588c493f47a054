import {
  Box,
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  type Theme,
  Typography,
  useMediaQuery,
} from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { CardItem, CardList } from '../display/CardList.tsx';

export interface RowColumn<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  align?: 'right';
  /** For days and amounts, which must not break. */
  noWrap?: boolean;
  /** The column that names the row: the card's heading on a phone. */
  isName?: boolean;
}

interface RowTableProps<Row> {
  rows: readonly Row[];
  columns: readonly RowColumn<Row>[];
  keyOf: (row: Row) => string;
  /** Message key of what the table holds. */
  label: string;
  empty: string;
  actions?: (row: Row) => ReactNode;
}

// In the size of a table cell, which it replaces.
const value = { m: 0, minWidth: 0, overflowWrap: 'anywhere', typography: 'body2' } as const;

function Cards<Row>({ rows, columns, keyOf, actions }: RowTableProps<Row>) {
  const translate = useTranslate();
  const facts = columns.filter(({ isName }) => !isName);
  const name = columns.find(({ isName }) => isName);
  return rows.map((row) => (
    <CardItem key={keyOf(row)}>
      {name && <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{name.cell(row)}</Typography>}
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(72px, auto) 1fr', gap: 0.5 }}
      >
        {facts.map(({ key, label, cell }) => [
          <Typography
            key={`${key}.dt`}
            component="dt"
            variant="body2"
            sx={{ color: 'text.secondary', pr: 1 }}
          >
            {translate(label)}
          </Typography>,
          <Box key={`${key}.dd`} component="dd" sx={value}>
            {cell(row)}
          </Box>,
        ])}
      </Box>
      {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>{actions(row)}</Box>}
    </CardItem>
  ));
}

/** A short table inside a page, loaded with its record; cards on a phone. */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { rows, columns, keyOf, label, empty, actions } = props;
  const translate = useTranslate();
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  if (rows.length === 0) {
    return <Typography sx={{ color: 'text.secondary', py: 2 }}>{translate(empty)}</Typography>;
  }
  if (isPhone) {
    return (
      <CardList label={translate(label)}>
        <Cards {...props} />
      </CardList>
    );
  }
  return (
    <TableContainer component={Card}>
      <Table size="small" aria-label={translate(label)}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column.key} align={column.align}>
                {translate(column.label)}
              </TableCell>
            ))}
            {actions && <TableCell>{translate('bangfu.list.actions')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)}>
              {columns.map(({ key, cell, align, noWrap, isName }) => (
                <TableCell
                  key={key}
                  align={align}
                  sx={{ whiteSpace: noWrap ? 'nowrap' : undefined, minWidth: isName ? 96 : undefined }}
                >
                  {cell(row)}
                </TableCell>
              ))}
              {actions && (
                <TableCell>
                  <Box sx={{ display: 'flex', gap: 1 }}>{actions(row)}</Box>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
