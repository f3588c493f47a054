import { required } from 'react-admin';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import { code, text } from '../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { type CreateOrganizationInput, organizationDocuments } from './organizations.graphql.ts';

export const organizationCodes = { level: OrganizationLevel };

const field = declareFields({ name: text, level: code(OrganizationLevel) });

const always = {
  name: field.name.input({ validate: required() }),
  level: field.level.input({ validate: required() }),
};

export const createForm = recordForm<CreateOrganizationInput>({
  countyCode: (source) => (
    <DivisionInput
      source={source}
      label={fieldLabel('organizations', 'countyCode')}
      level="COUNTY"
      validate={required()}
    />
  ),
  ...always,
});

export const editForm = editFormOf(organizationDocuments, always);
