import { Box, Typography } from '@mui/material';
import {
  ArrayInput,
  BooleanInput,
  FormDataConsumer,
  NumberInput,
  required,
  SimpleFormIterator,
  useTranslate,
} from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { PolicyAccumulation, PolicyBase, PolicyMode } from '#schema/codes/money/policy.codes.ts';
import { CodeInput } from '../../../shared/codes/CodeInput.tsx';
import { money } from '../../../shared/fields/kinds.tsx';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { AddRowButton, rowsSx } from './AddRowButton.tsx';

const field = (name: string) => fieldLabel('policies', name);
const amount = (source: string, label: string, isRequired = false) => (
  <Box key={source}>
    {money.input({ source, label: field(label), ...(isRequired && { validate: required() }) })}
  </Box>
);

// Hundredths of a per cent are whole numbers; people write per cent.
const toPercent = (bps: unknown) => (typeof bps === 'number' ? bps / 100 : '');
const toBps = (percent: unknown) => (typeof percent === 'number' ? Math.round(percent * 100) : null);

const grid = {
  display: 'grid',
  columnGap: 2,
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' },
} as const;
const wide = { display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } } as const;

function Heading({ text, hint }: { text: string; hint?: string }) {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" component="h3">
        {translate(text)}
      </Typography>
      {hint && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(hint)}
        </Typography>
      )}
    </Box>
  );
}

function BandRows({ source, isFlat }: { source: string; isFlat: boolean }) {
  return (
    <ArrayInput source={source} label={false} helperText={false}>
      <SimpleFormIterator
        addButton={<AddRowButton label="resources.policies.addBand" />}
        disableReordering
        disableClear
        fullWidth
        sx={rowsSx}
      >
        {amount('fromAmount', 'fromAmount', true)}
        {amount('toAmount', 'toAmount')}
        {isFlat ? (
          amount('flatAmount', 'flatAmount', true)
        ) : (
          <NumberInput
            source="rateBps"
            label={field('rate')}
            format={toPercent}
            parse={toBps}
            min={0}
            max={100}
            step={0.01}
            validate={required()}
          />
        )}
      </SimpleFormIterator>
    </ArrayInput>
  );
}

/** What a policy says about amounts: mode, categories with thresholds, bands, caps. */
export function TermsInput({ source }: { source: string }) {
  const at = (name: string) => `${source}.${name}`;
  return (
    <Box sx={{ width: '100%' }}>
      <Heading text={field('terms')} />
      <Box sx={wide}>
        <CodeInput source={at('mode')} label={field('mode')} list={PolicyMode} validate={required()} />
        <CodeInput source={at('base')} label={field('base')} list={PolicyBase} validate={required()} />
        <CodeInput
          source={at('accumulation')}
          label={field('accumulation')}
          list={PolicyAccumulation}
          validate={required()}
        />
        <BooleanInput source={at('oncePerYear')} label={field('oncePerYear')} />
      </Box>
      <Heading text={field('thresholds')} />
      <ArrayInput source={at('thresholds')} label={false} helperText={false} validate={required()}>
        <SimpleFormIterator
          addButton={<AddRowButton label="resources.policies.addThreshold" />}
          disableReordering
          disableClear
          fullWidth
          sx={rowsSx}
        >
          <CodeInput
            source="category"
            label={field('category')}
            list={HouseholdCategory}
            validate={required()}
          />
          {amount('threshold', 'threshold', true)}
        </SimpleFormIterator>
      </ArrayInput>
      <Heading text={field('bands')} hint="resources.policies.bandsHint" />
      <FormDataConsumer>
        {({ formData }) => <BandRows source={at('bands')} isFlat={formData[source]?.mode === 'FLAT'} />}
      </FormDataConsumer>
      <Box sx={{ ...grid, mt: 2 }}>
        {amount(at('capPerClaim'), 'capPerClaim')}
        {amount(at('capPersonYear'), 'capPersonYear')}
        {amount(at('capHouseholdYear'), 'capHouseholdYear')}
      </Box>
    </Box>
  );
}
