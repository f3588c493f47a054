import { RecordField, Show } from 'react-admin';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { CodeField } from '../../shared/codes/CodeField.tsx';
import { FactGrid, WideFact } from '../../shared/display/FactGrid.tsx';
import { MaskedField } from '../../shared/display/MaskedField.tsx';
import { DayField, InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionField } from '../../shared/division/DivisionPath.tsx';

function HouseholdFacts() {
  return (
    <FactGrid>
      <RecordField source="headName" />
      <RecordField source="headIdMasked">
        <MaskedField source="headIdMasked" />
      </RecordField>
      <RecordField source="phoneMasked">
        <MaskedField source="phoneMasked" />
      </RecordField>
      <RecordField source="category">
        <CodeField source="category" list={HouseholdCategory} />
      </RecordField>
      <RecordField source="status">
        <CodeField source="status" list={HouseholdStatus} />
      </RecordField>
      <RecordField source="size" empty="—" />
      <RecordField source="number" empty="—" />
      <RecordField source="closedOn">
        <DayField source="closedOn" />
      </RecordField>
      <RecordField source="createdAt">
        <InstantField source="createdAt" />
      </RecordField>
      <WideFact>
        <RecordField source="village.code">
          <DivisionField source="village" full />
        </RecordField>
      </WideFact>
      <RecordField source="groupName" empty="—" />
      <RecordField source="address" empty="—" />
      <RecordField source="note" empty="—" />
    </FactGrid>
  );
}

export function HouseholdShow() {
  return (
    <Show component="div">
      <HouseholdFacts />
    </Show>
  );
}
