import { NumberInput, TextInput } from 'react-admin';

/** What may be said of a household when it is made and at every edit. */
export function HouseholdInputs() {
  return (
    <>
      <TextInput source="number" />
      <TextInput source="groupName" />
      <TextInput source="address" />
      <NumberInput source="size" min={0} max={99} step={1} />
      <TextInput source="note" multiline minRows={2} />
    </>
  );
}
