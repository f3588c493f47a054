import { required } from 'react-admin';
import { FundKind } from '#schema/codes/money/fund.codes.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import { code, count, longText, text } from '../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { type CreateFundInput, fundDocuments } from './funds.graphql.ts';

const field = declareFields({ name: text, kind: code(FundKind), fiscalYear: count(2100), purpose: longText });

const always = {
  name: field.name.input({ validate: required() }),
  purpose: field.purpose.input(),
};

export const createForm = recordForm<CreateFundInput>({
  countyCode: (source) => (
    <DivisionInput
      source={source}
      label={fieldLabel('funds', 'countyCode')}
      level="COUNTY"
      validate={required()}
    />
  ),
  kind: field.kind.input({ validate: required() }),
  fiscalYear: field.fiscalYear.input({ validate: required() }),
  ...always,
});

export const editForm = editFormOf(fundDocuments, always);
