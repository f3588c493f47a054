import { Box } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { ClaimLayerKind } from '#schema/codes/money/claim.codes.ts';
import { useCodeLabel } from '../../../shared/codes/codes.ts';
import { MoneyText } from '../../../shared/display/MoneyText.tsx';
import { Section } from '../../../shared/display/Section.tsx';
import { fieldLabel } from '../../../shared/fields/labels.ts';
import { RowTable } from '../../../shared/table/RowTable.tsx';
import type { ClaimRecord } from '../claims.graphql.ts';

const key = 'resources.claims';
const field = (name: string) => fieldLabel('claims', name);

const sideBySide = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
} as const;

/** The receipts, and who bears what of them. */
export function ClaimCosts() {
  const claim = useRecordContext<ClaimRecord>();
  const layerLabel = useCodeLabel(ClaimLayerKind);
  if (!claim) return null;
  return (
    <Section title={`${key}.costs`}>
      <Box sx={sideBySide}>
        <RowTable
          rows={claim.expenses}
          keyOf={({ receiptNumber }) => receiptNumber}
          label={field('expenses')}
          empty={`${key}.noReceipts`}
          columns={[
            {
              key: 'receiptNumber',
              label: field('receiptNumber'),
              isName: true,
              cell: ({ receiptNumber }) => receiptNumber,
            },
            { key: 'spentOn', label: field('spentOn'), noWrap: true, cell: ({ spentOn }) => spentOn },
            { key: 'provider', label: field('provider'), cell: ({ provider }) => provider },
            {
              key: 'amount',
              label: field('amount'),
              align: 'right',
              cell: ({ amount }) => <MoneyText amount={amount} />,
            },
          ]}
        />
        <RowTable
          rows={claim.layers}
          keyOf={({ layer }) => layer}
          label={field('layers')}
          empty={`${key}.noLayers`}
          columns={[
            { key: 'layer', label: field('layer'), isName: true, cell: ({ layer }) => layerLabel(layer) },
            {
              key: 'amount',
              label: field('amount'),
              align: 'right',
              cell: ({ amount }) => <MoneyText amount={amount} />,
            },
          ]}
        />
      </Box>
    </Section>
  );
}
