import AddCircleOutline from '@mui/icons-material/AddCircleOutline';
import { Button } from '@mui/material';
import { useSimpleFormIterator, useTranslate } from 'react-admin';

/** Rows of inputs side by side; their buttons are seen without a mouse too. */
export const rowsSx = {
  '& .RaSimpleFormIterator-action': { visibility: 'visible' },
  '& .RaSimpleFormIterator-form': {
    display: 'grid',
    columnGap: 2,
    alignItems: 'start',
    gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' },
  },
} as const;

export function AddRowButton({ label }: { label: string }) {
  const translate = useTranslate();
  const { add } = useSimpleFormIterator();
  return (
    <Button startIcon={<AddCircleOutline />} onClick={() => add()}>
      {translate(label)}
    </Button>
  );
}
