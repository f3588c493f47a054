import { type Names, toWrite } from './names.ts';

export const indexFile = ({ camel, pascal, plural, plurals }: Names): string => `\
import LabelOutlined from '@mui/icons-material/LabelOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { ${camel}Messages } from './${plural}.messages.ts';
import { ${camel}Documents } from './${plural}.graphql.ts';

export const ${plurals}Resource = defineResource({
  name: '${plural}',
  messages: ${camel}Messages,
  menu: { group: 'support', icon: LabelOutlined },
  rights: { read: 'household.read', write: 'household.write' },
  documents: ${camel}Documents,
  pages: {
    list: async () => (await import('./${pascal}List.tsx')).${pascal}List,
    create: async () => (await import('./${pascal}Create.tsx')).${pascal}Create,
  },
  recordRepresentation: 'name',
  exports: [{ type: '${pascal}', list: '${plurals}' }],
  audit: { actions: { create${pascal}: ['${toWrite}', '${toWrite}'] } },
});
`;

export const messagesFile = ({ camel, pascal }: Names): string => `\
import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const ${camel}Messages = {
  name: ['${toWrite}', '${pascal}'],
  fields: fieldsOf(['${pascal}']),
  emptyHint: ['${toWrite}', '${toWrite}'],
} as const satisfies MessageTree;
`;

export const graphqlFile = ({ camel, pascal, plurals }: Names): string => `\
import { graphql } from '../../api/graphql.ts';
import { type InputOf, listOf, type ResourceDocuments, saveOf } from '../../providers/data/documents.ts';

const ${camel}Row = graphql(\`
  fragment ${pascal}Row on ${pascal} {
    id
    version
    name
    createdAt
    household {
      id
      headName
    }
  }
\`);

const ${camel}List = graphql(
  \`
    query ${pascal}List($filter: ${pascal}Filter, $orderBy: [${pascal}Order!], $first: Int!, $offset: Int) {
      ${plurals}(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...${pascal}Row
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  \`,
  [${camel}Row],
);

const create${pascal} = graphql(
  \`
    mutation Create${pascal}($input: Create${pascal}Input!) {
      create${pascal}(input: $input) {
        ${camel} {
          ...${pascal}Row
        }
      }
    }
  \`,
  [${camel}Row],
);

export type Create${pascal}Input = InputOf<typeof create${pascal}>;

export const ${camel}Documents: ResourceDocuments = {
  list: listOf(${camel}List, (result) => result.${plurals}),
  create: saveOf(create${pascal}, (result) => result.create${pascal}.${camel}),
  sortFields: { createdAt: 'CREATED_AT' },
};
`;

export const listFile = ({ pascal, plural }: Names): string => `\
import { DataTable, useRecordContext } from 'react-admin';
import { InstantField } from '../../shared/display/TimeFields.tsx';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { ListShell } from '../../shared/list/ListShell.tsx';
import { HouseholdLink } from '../../shared/record/HouseholdLink.tsx';
import { RecordTable } from '../../shared/table/RecordTable.tsx';

const filters = [<DivisionInput key="division" source="divisionCode" alwaysOn />];

function HouseholdOfRow() {
  const record = useRecordContext();
  return <HouseholdLink household={record?.household} />;
}

export function ${pascal}List() {
  return (
    <ListShell
      emptyHint="resources.${plural}.emptyHint"
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
    >
      <RecordTable rowClick={false}>
        <DataTable.Col source="name" disableSort />
        <DataTable.Col source="household.headName" disableSort field={HouseholdOfRow} />
        <DataTable.Col source="createdAt">
          <InstantField source="createdAt" />
        </DataTable.Col>
      </RecordTable>
    </ListShell>
  );
}
`;

export const createFile = ({ camel, pascal, plural }: Names): string => `\
import { Create, required } from 'react-admin';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import { text } from '../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { HouseholdPicker } from '../../shared/record/RecordPicker.tsx';
import type { Create${pascal}Input } from './${plural}.graphql.ts';

const field = declareFields({ name: text });

const ${camel}Form = recordForm<Create${pascal}Input>({
  householdId: (source) => (
    <HouseholdPicker source={source} label={fieldLabel('${plural}', 'householdId')} validate={required()} />
  ),
  name: field.name.input({ validate: required() }),
});

export function ${pascal}Create() {
  return (
    <Create redirect="list" transform={${camel}Form.toInput} sx={{ maxWidth: 640 }}>
      <PageForm>{${camel}Form.all}</PageForm>
    </Create>
  );
}
`;
