import {
  AutocompleteArrayInput,
  AutocompleteInput,
  type AutocompleteInputProps,
  RadioButtonGroupInput,
  SelectInput,
  type SelectInputProps,
} from 'react-admin';
import { type ScreenCodes, useCodeChoices } from './codes.ts';

interface CodeInputProps extends Omit<SelectInputProps, 'choices'> {
  list: ScreenCodes;
}

/** One code of a list. For two or three choices CodeRadioInput shows them all at once. */
export function CodeInput({ list, ...rest }: CodeInputProps) {
  const choices = useCodeChoices(list);
  return <SelectInput translateChoice={false} choices={choices} {...rest} />;
}

interface CodeSearchProps extends Omit<AutocompleteInputProps, 'choices'> {
  list: ScreenCodes;
}

/** One code of a long list, narrowed by typing. */
export function CodeSearchInput({ list, ...rest }: CodeSearchProps) {
  const choices = useCodeChoices(list);
  return <AutocompleteInput translateChoice={false} choices={choices} {...rest} />;
}

interface CodeChoiceProps {
  source: string;
  list: ScreenCodes;
  label?: string;
  helperText?: string | false;
}

export function CodeRadioInput({ list, ...rest }: CodeChoiceProps) {
  const choices = useCodeChoices(list);
  return <RadioButtonGroupInput translateChoice={false} choices={choices} {...rest} />;
}

/** The API's filter takes a list of codes and matches any of them. */
export function CodeFilter({ list, ...rest }: CodeChoiceProps & { alwaysOn?: boolean }) {
  const choices = useCodeChoices(list);
  return (
    <AutocompleteArrayInput translateChoice={false} choices={choices} sx={{ minWidth: 180 }} {...rest} />
  );
}
