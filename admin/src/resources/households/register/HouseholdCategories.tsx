import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { CodeInput } from '../../../shared/codes/CodeInput.tsx';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { todayInCounty } from '../../../shared/display/today.ts';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import { VerbButton } from '../../../shared/verb/VerbButton.tsx';
import { setCategory } from '../household-verbs.graphql.ts';
import type { HouseholdPage } from '../households.graphql.ts';
import { TabHead } from '../show/TabHead.tsx';
import { useHousehold, useMayChangeHousehold } from '../useHousehold.ts';

const key = 'resources.households.categories';
const field = (name: string) => `${key}.fields.${name}`;

function SetCategoryButton({ household }: { household: HouseholdPage }) {
  const translate = useTranslate();
  return (
    <VerbButton
      label={`${key}.set`}
      title={translate(`${key}.title`, { name: household.headName })}
      operation={`setCategory ${household.id}`}
      send={setCategory}
      given={{ householdId: household.id, expectedVersion: household.version }}
      fields={{
        category: (source) => (
          <CodeInput
            source={source}
            label={field('category')}
            list={HouseholdCategory}
            validate={required()}
          />
        ),
        effectiveOn: (source) => (
          <DateInput
            source={source}
            label={field('effectiveOn')}
            helperText={`${key}.effectiveHint`}
            validate={required()}
          />
        ),
        reason: (source) => <TextInput source={source} label={field('reason')} />,
      }}
      defaultValues={{ category: household.category, effectiveOn: todayInCounty() }}
      success={`${key}.done`}
      variant="contained"
    />
  );
}

export function HouseholdCategories() {
  const household = useHousehold();
  const mayChange = useMayChangeHousehold();
  const category = useCodeLabel(HouseholdCategory);
  if (!household) return null;
  return (
    <>
      <TabHead>{mayChange && <SetCategoryButton household={household} />}</TabHead>
      <RowTable
        rows={household.categories ?? []}
        keyOf={({ id }) => id}
        label="resources.households.tab.categories"
        empty={`${key}.none`}
        columns={[
          { key: 'category', label: field('category'), isName: true, cell: (row) => category(row.category) },
          { key: 'fromOn', label: field('fromOn'), noWrap: true, cell: ({ fromOn }) => fromOn },
          { key: 'toOn', label: field('toOn'), noWrap: true, cell: ({ toOn }) => toOn ?? '—' },
          { key: 'reason', label: field('reason'), cell: ({ reason }) => reason ?? '—' },
        ]}
      />
    </>
  );
}
