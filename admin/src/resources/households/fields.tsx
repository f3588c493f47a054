import type { ResultOf } from 'gql.tada';
import type { ReactElement } from 'react';
import { DataTable, required } from 'react-admin';
import { RiskKind } from '#schema/codes/help/risk.codes.ts';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { MaskedField } from '../../shared/display/MaskedField.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';
import { startsEmpty } from '../../shared/edit/edit-fields.ts';
import { editFormOf } from '../../shared/edit/edit-form.ts';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import {
  code,
  count,
  day,
  type FieldKind,
  longText,
  personalText,
  text,
  yesNo,
} from '../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { type FilterSet, filterList } from '../../shared/list/filters/filter-set.ts';
import { SearchFilter } from '../../shared/list/filters/SearchFilter.tsx';
import { columnList, type ListColumns, notInList } from '../../shared/list/list-columns.ts';
import { RecordLink } from '../../shared/record/RecordLink.tsx';
import { CadrePicker } from '../../shared/record/RecordPicker.tsx';
import { HelperOfRow } from './HelperOfRow.tsx';
import {
  type CreateHouseholdInput,
  type HouseholdFilter,
  type householdDetails,
  householdDocuments,
  type householdRow,
  type UpdateHouseholdInput,
} from './households.graphql.ts';

type Name =
  | keyof ResultOf<typeof householdDetails>
  | keyof CreateHouseholdInput
  | keyof UpdateHouseholdInput
  | keyof HouseholdFilter;

const field = declareFields({
  number: text,
  groupName: text,
  address: text,
  size: count(99),
  note: longText,
  phone: personalText,
  headName: text,
  headResidentId: personalText,
  category: code(HouseholdCategory),
  categoryFrom: day,
  status: code(HouseholdStatus),
  riskKind: code(RiskKind),
  hasOpenRisk: yesNo,
  noPhone: yesNo,
  missingHelper: yesNo,
} satisfies Partial<Record<Name, FieldKind>>);

/** Fields of a household that can be set at creation and in every edit. */
const always = {
  number: field.number.input(),
  groupName: field.groupName.input(),
  address: field.address.input(),
  size: field.size.input(),
  note: field.note.input(),
};

export const createForm = recordForm<CreateHouseholdInput>({
  villageCode: (source) => (
    <DivisionInput
      source={source}
      label={fieldLabel('households', 'villageCode')}
      level="VILLAGE"
      validate={required()}
    />
  ),
  headName: field.headName.input({ validate: required() }),
  headResidentId: field.headResidentId.input({ validate: required() }),
  category: field.category.input({ validate: required() }),
  categoryFrom: field.categoryFrom.input(),
  phone: field.phone.input(),
  ...always,
});

export const editForm = editFormOf(householdDocuments, {
  phone: startsEmpty(field.phone.input({ helperText: 'resources.households.phoneHint' })),
  ...always,
});

/** The form edits these, and page and list show them. */
type Shown = Exclude<keyof typeof editForm.inputs, 'phone'>;

const columns: ListColumns<Shown | 'category' | 'status', ResultOf<typeof householdRow>> = {
  headName: (
    <DataTable.Col source="headName">
      <RecordLink resource="households" text="headName" />
    </DataTable.Col>
  ),
  headIdMasked: (
    <DataTable.Col source="headIdMasked" disableSort>
      <MaskedField source="headIdMasked" />
    </DataTable.Col>
  ),
  village: (
    <DataTable.Col source="village.code">
      <DivisionField source="village" />
    </DataTable.Col>
  ),
  category: field.category.column(),
  helper: <DataTable.Col source="currentPairing.cadre.name" disableSort field={HelperOfRow} />,
  status: field.status.column({ disableSort: true }),
  size: field.size.column({ disableSort: true }),
  number: field.number.column({ disableSort: true }),
  groupName: notInList,
  address: notInList,
  note: notInList,
};
const { helper: ___, ...columnsWithoutHelper } = columns;

export const columnsFor = (seesPairings: boolean) =>
  columnList(seesPairings ? columns : columnsWithoutHelper);

const filters: FilterSet<HouseholdFilter> = {
  search: <SearchFilter source="search" hint="resources.households.searchHint" alwaysOn />,
  divisionCode: <DivisionInput source="divisionCode" alwaysOn />,
  category: field.category.filter({ alwaysOn: true }),
  status: field.status.filter(),
  hasOpenRisk: field.hasOpenRisk.filter(),
  riskKind: field.riskKind.filter(),
  noPhone: field.noPhone.filter(),
  number: field.number.filter(),
  helper: <CadrePicker source="helper" label={fieldLabel('households', 'helper')} helperText={false} />,
  missingHelper: field.missingHelper.filter(),
};

/** Only users who may read pairings may filter by helper; the server refuses it to others. */
const { helper: _, missingHelper: __, ...filtersWithoutHelpers } = filters;
const allFilters = filterList(filters);
const otherFilters = filterList(filtersWithoutHelpers);

export const filtersFor = (seesPairings: boolean) => (seesPairings ? allFilters : otherFilters);

/**
 * The page of a household shows what its form edits, except the head's identity number, which has a button beside it.
 */
export const facts: Readonly<Record<Shown, ReactElement>> = {
  number: field.number.fact(),
  size: field.size.fact(),
  groupName: field.groupName.fact(),
  address: field.address.fact(),
  note: field.note.fact(),
};
