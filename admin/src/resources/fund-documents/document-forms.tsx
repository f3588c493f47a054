import { Box } from '@mui/material';
import {
  ArrayInput,
  AutocompleteInput,
  BooleanInput,
  maxValue,
  minValue,
  NumberInput,
  ReferenceInput,
  required,
  SimpleFormIterator,
  TextInput,
  type Validator,
} from 'react-admin';
import { FundDocumentKind, FundLevel } from '#schema/codes/money/document.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';
import { notInFuture } from '../../shared/dates/validators.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import { code, day, text, yesNo } from '../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { notInForm, recordForm } from '../../shared/form/form-fields.ts';
import { fundDocumentDocuments, type RecordFundDocumentInput } from './fund-documents.graphql.ts';

export const documentField = declareFields({
  kind: code(FundDocumentKind),
  number: text,
  title: text,
  issuedOn: day,
  receivedOn: day,
  isEarly: yesNo,
});

const ofLine = (name: string) => fieldLabel('fund-lines', name);
const amount: Validator = (value: string) =>
  value && !/^-?\d{1,12}(\.\d{1,2})?$/.test(value) ? 'bangfu.app.amountInvalid' : undefined;
const bySearch = (search: string) => (search ? { search } : {});
const wide = { display: 'grid', gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' }, columnGap: 2 };

function LineInputs({ source }: { source: string }) {
  return (
    <ArrayInput source={source} label="resources.fund-documents.fields.lines" validate={required()}>
      <SimpleFormIterator disableReordering fullWidth>
        <Box sx={{ ...wide, width: '100%' }}>
          <ReferenceInput source="fundId" reference="funds">
            <AutocompleteInput
              label={ofLine('fundId')}
              optionText="name"
              filterToQuery={bySearch}
              validate={required()}
            />
          </ReferenceInput>
          <CodeInput source="level" label={ofLine('level')} list={FundLevel} validate={required()} />
          <TextInput
            source="amount"
            label={ofLine('amount')}
            validate={[required(), amount]}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          />
          <TextInput source="task" label={ofLine('task')} />
          <TextInput source="functionCode" label={ofLine('functionCode')} />
          <TextInput source="economicCode" label={ofLine('economicCode')} />
          <TextInput source="projectCode" label={ofLine('projectCode')} />
          <TextInput source="note" label={ofLine('note')} />
          <BooleanInput source="isDirect" label={ofLine('isDirect')} />
        </Box>
      </SimpleFormIterator>
    </ArrayInput>
  );
}

export const createForm = recordForm<RecordFundDocumentInput>({
  countyCode: (source) => (
    <DivisionInput
      source={source}
      label={fieldLabel('fund-documents', 'countyCode')}
      level="COUNTY"
      validate={required()}
    />
  ),
  kind: documentField.kind.input({ validate: required() }),
  number: documentField.number.input({ validate: required() }),
  title: documentField.title.input({ validate: required() }),
  issuedOn: documentField.issuedOn.input({ validate: notInFuture }),
  receivedOn: documentField.receivedOn.input({ validate: notInFuture }),
  budgetYear: (source) => (
    <NumberInput
      source={source}
      min={2000}
      max={2100}
      step={1}
      validate={[required(), minValue(2000), maxValue(2100)]}
    />
  ),
  isEarly: documentField.isEarly.input(),
  lines: (source) => <LineInputs source={source} />,
  total: notInForm,
});

export const editForm = editFormOf(fundDocumentDocuments, {
  title: documentField.title.input({ validate: required() }),
  issuedOn: documentField.issuedOn.input({ validate: notInFuture }),
  receivedOn: documentField.receivedOn.input({ validate: notInFuture }),
});
