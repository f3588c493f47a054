import { required, TextInput, useRecordContext, useRedirect } from 'react-admin';
import { download } from '../../api/download.ts';
import { fieldLabel } from '../../shared/fields/labels.ts';
import { notInForm } from '../../shared/form/form-fields.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbBar } from '../../shared/verb/VerbBar.tsx';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import {
  acknowledgeBatch,
  approveBatch,
  type BatchRecord,
  checkBatch,
  payAgain,
  sendBackBatch,
  sendBatch,
} from './payment-batches.graphql.ts';
import { ReceiveButton } from './ReceiveButton.tsx';

const key = 'resources.payment-batches';

const steps = { check: checkBatch, approve: approveBatch, send: sendBatch, acknowledge: acknowledgeBatch };

function StepButton({ batch, step }: { batch: BatchRecord; step: keyof typeof steps }) {
  const { id, version, number } = batch;
  return (
    <VerbButton
      label={`${key}.${step}`}
      variant="contained"
      operation={`${step} ${id}`}
      send={steps[step]}
      given={{ id, expectedVersion: version }}
      fields={{}}
      subject={number}
      lead={`${key}.${step}Lead`}
    />
  );
}

function SendBackButton({ batch: { id, version, number } }: { batch: BatchRecord }) {
  return (
    <VerbButton
      label={`${key}.sendBack`}
      operation={`sendBack ${id}`}
      send={sendBackBatch}
      given={{ id, expectedVersion: version }}
      fields={{
        reason: (source) => (
          <TextInput
            source={source}
            label={fieldLabel('payment-batches', 'reason')}
            validate={required()}
            autoFocus
          />
        ),
      }}
      subject={number}
    />
  );
}

function PayAgainButton({ batch: { id, number } }: { batch: BatchRecord }) {
  const redirect = useRedirect();
  return (
    <VerbButton
      label={`${key}.correct`}
      operation={`payAgain ${id}`}
      send={payAgain}
      given={{ paymentBatchId: id }}
      fields={{ rows: notInForm }}
      subject={number}
      lead={`${key}.correctLead`}
      success={`${key}.corrected`}
      onDone={(made) => {
        if (made) redirect('show', 'payment-batches', made.id);
        return undefined;
      }}
    />
  );
}

function DownloadButton({ batch: { id, number } }: { batch: BatchRecord }) {
  return (
    <VerbButton
      label={`${key}.download`}
      operation={`downloadBankFile ${id}`}
      send={({ purpose }: { purpose: string }) =>
        download(`/payments/${encodeURIComponent(id)}/file`, purpose)
      }
      given={{}}
      fields={{
        purpose: (source) => (
          <TextInput source={source} label={`${key}.downloadPurpose`} validate={required()} autoFocus />
        ),
      }}
      subject={number}
      lead={`${key}.downloadLead`}
      success={`${key}.downloaded`}
    />
  );
}

/** The verbs that the batch's status allows, for who may use them. */
export function BatchVerbs() {
  const batch = useRecordContext<BatchRecord>();
  const [mayWrite, mayCheck] = [useHasRight('payment.write'), useHasRight('payment.check')];
  const [mayApprove, maySend] = [useHasRight('payment.approve'), useHasRight('payment.send')];
  if (!batch) return <VerbBar />;
  const { status } = batch;
  const isSent = status === 'SENT' || status === 'RECONCILED';
  const hasFailed = batch.failedAmount !== '0.00' || batch.returnedAmount !== '0.00';
  const mayReturn = (status === 'CHECKED' && mayCheck) || (status === 'APPROVED' && mayApprove);
  return (
    <VerbBar>
      {status === 'DRAFT' && mayCheck && batch.paymentCount > 0 && <StepButton batch={batch} step="check" />}
      {status === 'CHECKED' && mayApprove && <StepButton batch={batch} step="approve" />}
      {status === 'APPROVED' && maySend && <StepButton batch={batch} step="send" />}
      {mayReturn && <SendBackButton batch={batch} />}
      {isSent && maySend && <DownloadButton batch={batch} />}
      {isSent && maySend && <ReceiveButton batch={batch} />}
      {status === 'SENT' && mayApprove && <StepButton batch={batch} step="acknowledge" />}
      {isSent && mayWrite && hasFailed && <PayAgainButton batch={batch} />}
    </VerbBar>
  );
}
