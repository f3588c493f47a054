import { CheckboxGroupInput, FormDataConsumer, required, TextInput } from 'react-admin';
import {
  CountedAmount,
  PolicyDeduction,
  PolicyStatus,
  ReliefKind,
} from '#schema/codes/money/policy.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { useCodeChoices } from '../../shared/codes/codes.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import { code, day, longText, money, text } from '../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { type DraftPolicyInput, policyDocuments } from './policies.graphql.ts';
import { Preview } from './preview/Preview.tsx';
import { TermsInput } from './terms/TermsInput.tsx';
import { termsToSend, termsToTry } from './terms/terms-values.ts';

export const policyCodes = { countedAmount: CountedAmount, deductions: PolicyDeduction };

export const policyField = declareFields({
  name: text,
  kind: code(ReliefKind),
  kindName: text,
  status: code(PolicyStatus),
  fromOn: day,
  toOn: day,
  sourceDocument: text,
  note: longText,
  capPerClaim: money,
  capPersonYear: money,
  capHouseholdYear: money,
});

function DeductionsInput({ source }: { source: string }) {
  const choices = useCodeChoices(PolicyDeduction);
  return (
    <CheckboxGroupInput
      source={source}
      label={fieldLabel('policies', 'deductions')}
      choices={choices}
      translateChoice={false}
    />
  );
}

function TermsWithPreview({ source }: { source: string }) {
  return (
    <>
      <TermsInput source={source} />
      <FormDataConsumer>
        {({ formData }) => {
          const terms = termsToTry(formData);
          return terms && <Preview terms={terms} />;
        }}
      </FormDataConsumer>
    </>
  );
}

const toLines = (value: readonly string[] | null | undefined) => (value ?? []).join('\n');
const fromLines = (value: string) => (value === '' ? [] : value.split('\n'));

const shared = {
  name: policyField.name.input({ validate: required() }),
  fromOn: policyField.fromOn.input({ validate: required() }),
  toOn: policyField.toOn.input(),
  countedAmount: (source: string) => <CodeRadioInput source={source} list={CountedAmount} />,
  terms: { draw: (source: string) => <TermsWithPreview source={source} />, toInput: termsToSend },
  deductions: (source: string) => <DeductionsInput source={source} />,
  documentsNeeded: (source: string) => (
    <TextInput
      source={source}
      format={toLines}
      parse={fromLines}
      multiline
      minRows={2}
      helperText="resources.policies.documentsHint"
    />
  ),
  sourceDocument: policyField.sourceDocument.input(),
  note: policyField.note.input(),
};

export const createForm = recordForm<DraftPolicyInput>({
  countyCode: (source) => (
    <DivisionInput
      source={source}
      label={fieldLabel('policies', 'county')}
      level="COUNTY"
      validate={required()}
    />
  ),
  kind: policyField.kind.input({ validate: required() }),
  kindName: (source) => (
    <FormDataConsumer>
      {({ formData }) => formData.kind === 'OTHER' && <TextInput source={source} validate={required()} />}
    </FormDataConsumer>
  ),
  ...shared,
  replacesId: {
    draw: () => <></>,
    toInput: (values) => (values.replacesId as string | undefined) || undefined,
  },
});

export const editForm = editFormOf(policyDocuments, shared);
