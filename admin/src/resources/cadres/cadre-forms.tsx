import { required } from 'react-admin';
import { PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { CodeRadioInput } from '../../shared/codes/CodeInput.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { startsEmpty } from '../../shared/edit/edit-fields.ts';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import { code, longText, personalText, text } from '../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { type DrawInput, recordForm } from '../../shared/form/form-fields.ts';
import { OrganizationInput } from '../organizations/OrganizationInput.tsx';
import { type CreateCadreInput, cadreDocuments } from './cadres.graphql.ts';

export const cadreCodes = { sex: Sex, politicalStatus: PoliticalStatus };

const field = declareFields({
  name: text,
  jobTitle: text,
  phone: personalText,
  politicalStatus: code(PoliticalStatus),
  note: longText,
});

const formFields = <Phone extends DrawInput>(phone: Phone) => ({
  name: field.name.input({ validate: required() }),
  sex: (source: string) => <CodeRadioInput source={source} list={Sex} />,
  divisionCode: (source: string) => (
    <DivisionInput source={source} label={fieldLabel('cadres', 'divisionCode')} validate={required()} />
  ),
  organizationId: (source: string) => <OrganizationInput source={source} />,
  jobTitle: field.jobTitle.input(),
  phone,
  politicalStatus: field.politicalStatus.input(),
  note: field.note.input(),
});

export const createForm = recordForm<CreateCadreInput>(formFields(field.phone.input()));

export const editForm = editFormOf(
  cadreDocuments,
  formFields(startsEmpty(field.phone.input({ helperText: 'resources.cadres.phoneHint' }))),
);
