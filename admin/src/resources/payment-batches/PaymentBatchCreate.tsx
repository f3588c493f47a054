import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Create, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { request } from '../../api/client.ts';
import { DivisionInput } from '../../shared/division/DivisionInput.tsx';
import { useOwnPlace } from '../../shared/division/useOwnPlace.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { recordForm } from '../../shared/form/form-fields.ts';
import { PageForm } from '../../shared/form/PageForm.tsx';
import { AddSamplesButton } from './AddSamplesButton.tsx';
import { layoutsOf } from './choices.graphql.ts';
import type { CreatePaymentBatchInput } from './payment-batches.graphql.ts';

const key = 'resources.payment-batches';
const purposeLength = { htmlInput: { maxLength: 7 } };

/** The layouts of the county that was chosen. */
function LayoutInput({ source }: { source: string }) {
  const translate = useTranslate();
  const chosen: unknown = useWatch({ name: 'divisionCode' });
  const countyCode = typeof chosen === 'string' ? chosen.slice(0, 6) : '';
  const { data } = useQuery({
    queryKey: ['layouts', countyCode],
    queryFn: () => request(layoutsOf, { countyCode }),
    enabled: countyCode.length === 6,
  });
  const layouts = data?.bankLayouts.nodes ?? [];
  return (
    <>
      <SelectInput
        source={source}
        label={fieldLabel('payment-batches', 'layoutId')}
        choices={[...layouts]}
        translateChoice={false}
        validate={required()}
      />
      {data && layouts.length === 0 && (
        <Alert severity="info" sx={{ mb: 2 }} action={<AddSamplesButton countyCode={countyCode} />}>
          {translate(`${key}.noLayout`)}
        </Alert>
      )}
    </>
  );
}

const form = recordForm<CreatePaymentBatchInput>({
  divisionCode: (source) => (
    <DivisionInput
      source={source}
      label={fieldLabel('payment-batches', 'divisionCode')}
      validate={required()}
    />
  ),
  purpose: (source) => (
    <TextInput
      source={source}
      label={fieldLabel('payment-batches', 'purpose')}
      helperText={`${key}.purposeHint`}
      validate={required()}
      slotProps={purposeLength}
    />
  ),
  layoutId: (source) => <LayoutInput source={source} />,
});

export function PaymentBatchCreate() {
  const place = useOwnPlace();
  return (
    <Create redirect="show" transform={form.toInput} sx={{ maxWidth: 640 }}>
      <PageForm defaultValues={{ divisionCode: place }}>{form.all}</PageForm>
    </Create>
  );
}
