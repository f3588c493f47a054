import {
  Card,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { IncomeGroup, IncomeItem } from '#schema/codes/people/income.codes.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { MoneyText } from '../../../shared/display/MoneyText.tsx';
import type { HouseholdYear } from '../households.graphql.ts';
import { TabHead } from '../show/TabHead.tsx';
import { useHousehold, useMayChangeHousehold } from '../useHousehold.ts';
import { incomeRows } from './income-rows.ts';
import { SetIncomeButton } from './SetIncomeButton.tsx';

const key = 'resources.households.income';
const sum = { bgcolor: 'primary.light', '& td, & th': { fontWeight: 600 } };
// The names of the lines stay visible while the years scroll.
const sticky = { position: 'sticky', left: 0, bgcolor: 'inherit', minWidth: 150 } as const;

interface SumRowProps {
  label: string;
  amounts: (string | null)[];
  years: readonly HouseholdYear[];
}

function SumRow({ label, amounts, years }: SumRowProps) {
  return (
    <TableRow sx={sum}>
      <TableCell component="th" scope="row" sx={sticky}>
        {label}
      </TableCell>
      {years.map(({ year }, at) => (
        <TableCell key={year} align="right">
          <MoneyText strong amount={amounts[at]} />
        </TableCell>
      ))}
    </TableRow>
  );
}

function IncomeTable({ years, mayChange }: { years: readonly HouseholdYear[]; mayChange: boolean }) {
  const translate = useTranslate();
  const group = useCodeLabel(IncomeGroup);
  const item = useCodeLabel(IncomeItem);
  return (
    <TableContainer component={Card}>
      <Table size="small" aria-label={translate(`${key}.table`)}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ ...sticky, bgcolor: undefined }}>{translate(`${key}.item`)}</TableCell>
            {years.map((year) => (
              <TableCell key={year.year} align="right">
                {year.year}
                {mayChange && <SetIncomeButton year={year} />}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {incomeRows(years).map((rows) => (
            <Fragment key={rows.group}>
              <SumRow
                label={`${rows.group === 'E' ? '− ' : ''}${group(rows.group)}`}
                amounts={rows.sums}
                years={years}
              />
              {rows.lines.map((line) => (
                <TableRow key={line.item} sx={{ bgcolor: 'background.paper' }}>
                  <TableCell component="th" scope="row" sx={{ ...sticky, pl: 4 }}>
                    {item(line.item)}
                  </TableCell>
                  {years.map(({ year }, at) => (
                    <TableCell key={year} align="right">
                      <MoneyText amount={line.amounts[at]} />
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </Fragment>
          ))}
          <SumRow
            label={translate(`${key}.net`)}
            amounts={years.map(({ netIncome }) => netIncome)}
            years={years}
          />
          <SumRow
            label={translate(`${key}.perCapita`)}
            amounts={years.map(({ perCapita }) => perCapita)}
            years={years}
          />
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** A household's income account, one column per year: items, group sums, and the net amount. */
export function HouseholdIncome() {
  const translate = useTranslate();
  const household = useHousehold();
  const mayChange = useMayChangeHousehold();
  const years = household?.incomeYears ?? [];
  return (
    <>
      <TabHead>{mayChange && <SetIncomeButton />}</TabHead>
      {years.length === 0 ? (
        <Typography sx={{ color: 'text.secondary', py: 2 }}>{translate(`${key}.none`)}</Typography>
      ) : (
        <IncomeTable years={years} mayChange={mayChange} />
      )}
    </>
  );
}
