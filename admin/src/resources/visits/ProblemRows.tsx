import { ArrayInput, required, SimpleFormIterator, TextInput } from 'react-admin';
import { ProblemKind } from '#schema/codes/problem.codes.ts';
import { CodeInput } from '../../shared/codes/CodeInput.tsx';

const field = (name: string) => `resources.problems.fields.${name}`;

const sx = {
  '& .RaSimpleFormIterator-form': {
    display: 'grid',
    columnGap: 2,
    alignItems: 'start',
    gridTemplateColumns: { xs: '1fr', sm: '200px 1fr' },
  },
} as const;

/** Problems found on the visit, none to begin with. */
export function ProblemRows() {
  return (
    <ArrayInput source="problems" label={false} helperText={false}>
      <SimpleFormIterator disableReordering disableClear fullWidth sx={sx}>
        <CodeInput
          source="kind"
          label={field('kind')}
          list={ProblemKind}
          validate={required()}
          helperText={false}
        />
        <TextInput
          source="description"
          label={field('description')}
          validate={required()}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
          helperText={false}
          multiline
        />
      </SimpleFormIterator>
    </ArrayInput>
  );
}
