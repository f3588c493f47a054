import { Box, Card, LinearProgress, Typography } from '@mui/material';
import { RecordField, Show, useRecordContext, useTranslate } from 'react-admin';
import { PaymentBatchStatus } from '#schema/codes/money/payment.codes.ts';
import { CodeChip } from '../../shared/codes/CodeChip.tsx';
import { useFormatInstant } from '../../shared/display/days.ts';
import { FactGrid } from '../../shared/display/FactGrid.tsx';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { MoneyText } from '../../shared/display/MoneyText.tsx';
import { Section } from '../../shared/display/Section.tsx';
import { DivisionOfCode } from '../../shared/division/DivisionOfCode.tsx';
import { PAGE } from '../../shared/edit/EditShell.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import { BatchVerbs } from './BatchVerbs.tsx';
import { PaymentTable } from './PaymentTable.tsx';
import type { BatchRecord } from './payment-batches.graphql.ts';
import { ResultsOfBatch } from './ResultsOfBatch.tsx';
import { batchTone } from './tones.ts';

const states = ['waiting', 'unknown', 'paid', 'failed', 'returned', 'stopped'] as const;

/** Shares are for the eye alone: the amounts beside them are exact. */
const shareOf = (part: string, whole: string): number => {
  const [one, all] = [part, whole].map((amount) => Number(amount));
  return all && one ? Math.min(100, (one / all) * 100) : 0;
};

function Amounts() {
  const batch = useRecordContext<BatchRecord>();
  const translate = useTranslate();
  if (!batch) return null;
  const paid = translate('resources.payment-batches.fields.progress');
  return (
    <Card sx={{ p: 2 }}>
      <LinearProgress
        variant="determinate"
        aria-label={paid}
        value={shareOf(batch.paidAmount, batch.plannedAmount)}
        sx={{ mb: 2 }}
      />
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))' }}
      >
        {(['planned', ...states] as const).map((state) => (
          <Box key={state}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {translate(fieldLabel('payment-batches', `${state}Amount`))}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
              <MoneyText amount={batch[`${state}Amount`]} />
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {translate('resources.payment-batches.amountsHint')}
      </Typography>
    </Card>
  );
}

/** Who took a step, and when. */
function Signed({ step }: { step: 'checked' | 'approved' | 'sent' | 'reconciled' }) {
  const batch = useRecordContext<BatchRecord>();
  const format = useFormatInstant();
  const at = batch?.[`${step}At`];
  return <FieldText>{at ? `${batch?.[`${step}By`] ?? ''} · ${format(at)}` : '—'}</FieldText>;
}

function Facts() {
  return (
    <FactGrid>
      <RecordField source="purpose" />
      <RecordField
        source="status"
        render={(record) => <CodeChip list={PaymentBatchStatus} tones={batchTone} code={record.status} />}
      />
      <RecordField source="divisionCode">
        <DivisionOfCode />
      </RecordField>
      <RecordField source="layout.name" />
      <RecordField source="madeBy" empty="—" />
      {(['checked', 'approved', 'sent', 'reconciled'] as const).map((step) => (
        <RecordField key={step} source={`${step}By`}>
          <Signed step={step} />
        </RecordField>
      ))}
      <RecordField
        source="corrects"
        render={({ corrects }) => (
          <FieldText>
            {corrects ? <PageLink resource="payment-batches" id={corrects.id} text={corrects.number} /> : '—'}
          </FieldText>
        )}
      />
    </FactGrid>
  );
}

function Header() {
  const batch = useRecordContext<BatchRecord>();
  return (
    <Typography variant="h1" component="h2" sx={{ mb: 1 }}>
      {batch?.number}
    </Typography>
  );
}

export function PaymentBatchShow() {
  return (
    <Show component="div" emptyWhileLoading queryOptions={{ meta: PAGE }} actions={<BatchVerbs />}>
      <Header />
      <Facts />
      <Section title="resources.payment-batches.amounts">
        <Amounts />
      </Section>
      <PaymentTable />
      <ResultsOfBatch />
    </Show>
  );
}
