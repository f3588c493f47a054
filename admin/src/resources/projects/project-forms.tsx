import { maxValue, minValue, required } from 'react-admin';
import { ProjectKind } from '#schema/codes/money/project.codes.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import { code, count, longText, money, text } from '../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { OrganizationInput } from '../organizations/OrganizationInput.tsx';
import { type CreateProjectInput, projectDocuments } from './projects.graphql.ts';

export const projectCodes = { kind: ProjectKind };

export const projectField = declareFields({
  name: text,
  number: text,
  kind: code(ProjectKind),
  year: count(2100),
  budget: money,
  content: longText,
});

const formFields = {
  name: projectField.name.input({ validate: required() }),
  number: projectField.number.input(),
  kind: projectField.kind.input({ validate: required() }),
  year: projectField.year.input({ validate: [required(), minValue(2000), maxValue(2100)] }),
  divisionCode: (source: string) => (
    <DivisionInput source={source} label={fieldLabel('projects', 'divisionCode')} validate={required()} />
  ),
  organizationId: (source: string) => (
    <OrganizationInput source={source} label={fieldLabel('projects', 'organizationId')} />
  ),
  budget: projectField.budget.input(),
  content: projectField.content.input(),
};

export const createForm = recordForm<CreateProjectInput>(formFields);
export const editForm = editFormOf(projectDocuments, formFields);
