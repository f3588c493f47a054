import type { ReactElement } from 'react';
import { DateInput, NumberInput, TextInput, type Validator } from 'react-admin';
import { CodeField } from '../codes/CodeField.tsx';
import { CodeFilter, CodeInput } from '../codes/CodeInput.tsx';
import type { ScreenCodes } from '../codes/codes.ts';
import { MaskedField } from '../display/MaskedField.tsx';
import { MoneyField } from '../display/MoneyField.tsx';
import { isMoney } from '../display/money.ts';
import { DayField } from '../display/TimeFields.tsx';
import { YesNoField } from '../display/YesNoField.tsx';
import { YesNoFilter } from '../list/filters/YesNoFilter.tsx';

export interface InputProps {
  source: string;
  /** Where the field is part of another, whose label does not follow from its name. */
  label?: string;
  validate?: Validator | Validator[];
  helperText?: string;
}

export interface FilterProps {
  source: string;
  alwaysOn?: boolean;
}

/** How fields of one kind are shown, entered and filtered; the label comes from the field. */
export interface FieldKind {
  /** Absent where the value itself is shown. */
  readonly show?: (source: string) => ReactElement;
  readonly input: (props: InputProps) => ReactElement;
  readonly filter: (props: FilterProps) => ReactElement;
  readonly isNumber?: true;
}

export const text: FieldKind = {
  input: (props) => <TextInput {...props} />,
  filter: (props) => <TextInput {...props} resettable />,
};

export const longText: FieldKind = {
  ...text,
  input: (props) => <TextInput {...props} multiline minRows={2} />,
};

/** Personal data: browsers must not suggest what was typed for somebody else. */
export const personalText: FieldKind = {
  ...text,
  show: (source) => <MaskedField source={source} />,
  input: (props) => <TextInput {...props} autoComplete="off" />,
};

export const count = (max: number): FieldKind => ({
  isNumber: true,
  input: (props) => <NumberInput {...props} min={0} max={max} step={1} />,
  filter: (props) => <NumberInput {...props} />,
});

const amountOrNothing = (amount: string | null) =>
  amount && !isMoney(amount) ? 'bangfu.app.amountInvalid' : undefined;

/** An amount in yuan, which stays text from the server to the screen and back. */
export const money: FieldKind = {
  isNumber: true,
  show: (source) => <MoneyField source={source} />,
  input: ({ validate = [], ...props }) => (
    <TextInput
      {...props}
      validate={[...[validate].flat(), amountOrNothing]}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  ),
  filter: (props) => <TextInput {...props} resettable />,
};

export const day: FieldKind = {
  show: (source) => <DayField source={source} />,
  input: (props) => <DateInput {...props} />,
  filter: (props) => <DateInput {...props} />,
};

/** One code of a list; the filter takes several. */
export const code = (list: ScreenCodes): FieldKind => ({
  show: (source) => <CodeField source={source} list={list} />,
  input: (props) => <CodeInput {...props} list={list} />,
  filter: (props) => <CodeFilter {...props} list={list} />,
});

/** A yes-or-no value. */
export const yesNo: FieldKind = {
  show: (source) => <YesNoField source={source} />,
  input: (props) => <YesNoFilter {...props} />,
  filter: (props) => <YesNoFilter {...props} defaultValue />,
};
