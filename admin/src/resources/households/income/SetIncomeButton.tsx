import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, Typography } from '@mui/material';
import { HttpError, maxValue, minValue, NumberInput, required, TextInput, useTranslate } from 'react-admin';
import { IncomeGroup, IncomeItem, incomeGroupOf } from '#schema/codes/people/income.codes.ts';
import { errorBody } from '../../../api/errors.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { isMoney } from '../../../shared/display/money.ts';
import { todayInCounty } from '../../../shared/display/today.ts';
import { EditVerbButton } from '../../../shared/edit/EditVerbButton.tsx';
import { setIncome } from '../household-verbs.graphql.ts';
import type { HouseholdYear } from '../households.graphql.ts';
import { useHousehold } from '../useHousehold.ts';

const key = 'resources.households.income';
const FIRST_YEAR = 1990;

type IncomeInput = Parameters<typeof setIncome>[0];
type Item = IncomeInput['items'][number]['item'];
type Amounts = Partial<Record<Item, string | null>>;

const linesOf = (amounts: Amounts) =>
  IncomeItem.keys.flatMap((item) => {
    const amount = amounts[item];
    return amount ? [{ item, amount }] : [];
  });

const amountOrNothing = (text: string | null) =>
  text && !isMoney(text) ? `${key}.amountInvalid` : undefined;

/** The API names an item by its position, the form by its item code. */
function atItsLine(error: unknown, lines: { item: string }[]): unknown {
  const body = errorBody(error);
  if (!body?.errors || !(error instanceof HttpError)) return error;
  const errors = Object.entries(body.errors).map(([path, text]) => {
    const line = lines[Number(/^items\.(\d+)/.exec(path)?.[1] ?? -1)];
    return [line ? `amounts.${line.item}` : path, text];
  });
  return new HttpError(error.message, error.status, { ...body, errors: Object.fromEntries(errors) });
}

async function sendIncome(input: IncomeInput) {
  try {
    return await setIncome(input);
  } catch (error) {
    throw atItsLine(error, input.items);
  }
}

function AmountInputs() {
  const group = useCodeLabel(IncomeGroup);
  const item = useCodeLabel(IncomeItem);
  return IncomeGroup.keys.map((letter) => (
    <Box key={letter} component="fieldset" sx={{ border: 0, p: 0, m: 0, mt: 2 }}>
      <Typography component="legend" variant="h5" sx={{ p: 0 }}>
        {group(letter)}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' }, columnGap: 2 }}>
        {IncomeItem.keys
          .filter((code) => incomeGroupOf(code) === letter)
          .map((code) => (
            <TextInput
              key={code}
              source={`amounts.${code}`}
              label={item(code)}
              validate={amountOrNothing}
              slotProps={{ htmlInput: { inputMode: 'decimal' } }}
              helperText={false}
            />
          ))}
      </Box>
    </Box>
  ));
}

/** The whole account of a year; without a year given, of a new one. */
export function SetIncomeButton({ year }: { year?: HouseholdYear }) {
  const translate = useTranslate();
  const household = useHousehold();
  if (!household) return null;
  const thisYear = Number(todayInCounty().slice(0, 4));
  const taken = household.incomeYears.map((known) => known.year);
  const isNew = (chosen: number) => (!year && taken.includes(chosen) ? `${key}.yearTaken` : undefined);
  const label = year ? translate(`${key}.edit`, { year: year.year }) : `${key}.add`;
  return (
    <EditVerbButton
      label={label}
      title={year ? translate(`${key}.title`, { year: year.year }) : `${key}.newTitle`}
      icon={year && <EditOutlined fontSize="small" />}
      operation={`setIncome ${household.id} ${year?.year ?? ''}`}
      version={household.version}
      send={sendIncome}
      given={{ householdId: household.id, expectedVersion: household.version }}
      fields={{
        year: (source) => (
          <NumberInput
            source={source}
            label={`${key}.year`}
            min={FIRST_YEAR}
            max={thisYear}
            step={1}
            readOnly={year !== undefined}
            validate={[required(), minValue(FIRST_YEAR), maxValue(thisYear), isNew]}
            sx={{ mt: 1, maxWidth: 200 }}
          />
        ),
        items: {
          draw: () => <AmountInputs />,
          toInput: ({ amounts }) => linesOf((amounts ?? {}) as Amounts),
        },
      }}
      record={{
        items: year?.items,
        year: year?.year ?? (taken.includes(thisYear) ? undefined : thisYear),
        amounts: Object.fromEntries((year?.items ?? []).map(({ item, amount }) => [item, amount])),
      }}
      submitLabel="ra.action.save"
      success={`${key}.done`}
      variant="contained"
      compact={year !== undefined}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate(`${key}.lead`)}
      </Typography>
    </EditVerbButton>
  );
}
