import AddCircleOutline from '@mui/icons-material/AddCircleOutline';
import { Button } from '@mui/material';
import {
  ArrayInput,
  required,
  SimpleFormIterator,
  TextInput,
  useSimpleFormIterator,
  useTranslate,
} from 'react-admin';
import { ProblemKind } from '#schema/codes/help/problem.codes.ts';
import { CodeInput } from '../../../shared/codes/CodeInput.tsx';
import { fieldLabel } from '../../../shared/fields/labels.ts';

const field = (name: string) => fieldLabel('problems', name);

const sx = {
  // Also without a mouse.
  '& .RaSimpleFormIterator-action': { visibility: 'visible' },
  '& .RaSimpleFormIterator-form': {
    display: 'grid',
    columnGap: 2,
    alignItems: 'start',
    gridTemplateColumns: { xs: '1fr', sm: '200px 1fr' },
  },
} as const;

function AddProblem() {
  const translate = useTranslate();
  const { add } = useSimpleFormIterator();
  return (
    <Button startIcon={<AddCircleOutline />} onClick={() => add()}>
      {translate('resources.visits.problem.add')}
    </Button>
  );
}

/** Problems found on the visit, initially none. */
export function ProblemRows() {
  return (
    <ArrayInput source="problems" label={false} helperText={false}>
      <SimpleFormIterator addButton={<AddProblem />} disableReordering disableClear fullWidth sx={sx}>
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
