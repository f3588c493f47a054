import AddCircleOutline from '@mui/icons-material/AddCircleOutline';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import {
  ArrayInput,
  DateInput,
  required,
  SimpleFormIterator,
  TextInput,
  useSimpleFormIterator,
  useTranslate,
} from 'react-admin';
import { ClaimLayerKind } from '#schema/codes/money/claim.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';
import { isMoney } from '../../shared/display/money.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';

const key = 'resources.claims';
const field = (name: string) => fieldLabel('claims', name);

export const moneyOrNothing = (text: string | null | undefined) =>
  text && !isMoney(text) ? `${key}.amountInvalid` : undefined;

interface MoneyInputProps {
  source: string;
  label: string;
  isRequired?: boolean;
}

export function MoneyInput({ source, label, isRequired = false }: MoneyInputProps) {
  return (
    <TextInput
      source={source}
      label={label}
      validate={isRequired ? [required(), moneyOrNothing] : moneyOrNothing}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      helperText={false}
    />
  );
}

const rowsOf = (columns: string) => ({
  '& .RaSimpleFormIterator-action': { visibility: 'visible' },
  '& .RaSimpleFormIterator-form': {
    display: 'grid',
    columnGap: 2,
    alignItems: 'start',
    gridTemplateColumns: { xs: '1fr', sm: columns },
  },
});

function AddRow({ label }: { label: string }) {
  const translate = useTranslate();
  const { add } = useSimpleFormIterator();
  return (
    <Button startIcon={<AddCircleOutline />} onClick={() => add()}>
      {translate(label)}
    </Button>
  );
}

interface RowsProps {
  source: string;
  add: string;
  columns: string;
  children: ReactNode;
}

function Rows({ source, add, columns, children }: RowsProps) {
  return (
    <ArrayInput source={source} label={field(source)} helperText={false} defaultValue={[{}]}>
      <SimpleFormIterator
        addButton={<AddRow label={add} />}
        disableReordering
        disableClear
        fullWidth
        sx={rowsOf(columns)}
      >
        {children}
      </SimpleFormIterator>
    </ArrayInput>
  );
}

export function ExpenseRows({ source }: { source: string }) {
  return (
    <Rows source={source} add={`${key}.addReceipt`} columns="1fr 1fr 1.4fr 1fr">
      <TextInput
        source="receiptNumber"
        label={field('receiptNumber')}
        validate={required()}
        slotProps={{ htmlInput: { maxLength: 50 } }}
        helperText={false}
      />
      <DateInput source="spentOn" label={field('spentOn')} validate={required()} helperText={false} />
      <TextInput
        source="provider"
        label={field('provider')}
        validate={required()}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        helperText={false}
      />
      <MoneyInput source="amount" label={field('amount')} isRequired />
    </Rows>
  );
}

export function LayerRows({ source }: { source: string }) {
  return (
    <Rows source={source} add={`${key}.addLayer`} columns="1.4fr 1fr">
      <CodeInput
        source="layer"
        label={field('layer')}
        list={ClaimLayerKind}
        validate={required()}
        helperText={false}
      />
      <MoneyInput source="amount" label={field('amount')} isRequired />
    </Rows>
  );
}
