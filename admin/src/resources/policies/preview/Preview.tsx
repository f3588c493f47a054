import { Alert, Box, Card, MenuItem, Skeleton, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { request } from '../../../api/client.ts';
import { useCodeLabel, useLang } from '../../../shared/codes/codes.ts';
import { MoneyText } from '../../../shared/display/MoneyText.tsx';
import { isMoney } from '../../../shared/display/money.ts';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import { type PolicyTerms, type PreviewAnswer, previewPolicy } from '../policies.graphql.ts';
import { Curve } from './Curve.tsx';

const key = 'resources.policies.preview';

type Cliff = PreviewAnswer['cliffs'][number];

function CliffTable({ cliffs }: { cliffs: readonly Cliff[] }) {
  const money = (name: 'amount' | 'before' | 'after' | 'jump') => ({
    key: name,
    label: `${key}.${name}`,
    cell: (row: Cliff) => <MoneyText amount={row[name]} strong={name === 'jump'} />,
    align: 'right' as const,
    isName: name === 'amount',
  });
  return (
    <RowTable
      rows={cliffs}
      columns={[money('amount'), money('before'), money('after'), money('jump')]}
      keyOf={({ amount }) => amount}
      label={`${key}.cliffs`}
      empty={`${key}.noCliffs`}
    />
  );
}

function Explanation({ example }: { example: PreviewAnswer['examples'][number] }) {
  const lang = useLang();
  return (
    <Box component="ol" sx={{ m: 0, pl: 3 }}>
      {example.lines.map(({ step, amount, zh, en }) => (
        <Typography key={`${step} ${zh} ${amount}`} component="li" sx={{ overflowWrap: 'anywhere' }}>
          {lang === 'zh' ? zh : en}
        </Typography>
      ))}
    </Box>
  );
}

/** What terms would pay, worked out by the server as claims are: the curve, its cliffs and one amount explained. */
export function Preview({ terms }: { terms: PolicyTerms }) {
  const translate = useTranslate();
  const label = useCodeLabel(HouseholdCategory);
  const categories = terms.thresholds.map(({ category }) => category);
  const [chosen, setChosen] = useState<string>();
  const [amount, setAmount] = useState('18000');
  const category = categories.find((one) => one === chosen) ?? categories[0];
  const amounts = isMoney(amount) ? [amount] : [];
  const { data, error, isPending } = useQuery({
    queryKey: ['policies', 'preview', JSON.stringify(terms), category, amounts],
    queryFn: ({ signal }) =>
      request(previewPolicy, { input: { terms, category: category ?? 'RELIEVED', amounts } }, { signal }),
    enabled: category !== undefined,
    retry: false,
    placeholderData: (former) => former,
  });
  const preview = data?.previewPolicy;
  const [example] = preview?.examples ?? [];
  return (
    <Card sx={{ p: 2, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <TextField
          select
          label={translate(fieldLabel('policies', 'category'))}
          value={category ?? ''}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ minWidth: 220 }}
        >
          {categories.map((one) => (
            <MenuItem key={one} value={one}>
              {label(one)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={translate(`${key}.try`)}
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
          error={!isMoney(amount)}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        />
      </Box>
      {error && <Alert severity="warning">{translate(error.message)}</Alert>}
      {isPending && category !== undefined && !error && <Skeleton variant="rounded" height={220} />}
      {preview && !error && (
        <>
          {example && <Explanation example={example} />}
          <Curve points={preview.curve} />
          <Typography variant="h4" component="h4">
            {translate(`${key}.cliffs`)}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate(`${key}.cliffsLead`)}
          </Typography>
          <CliffTable cliffs={preview.cliffs} />
        </>
      )}
    </Card>
  );
}
