import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { request } from '../../api/client.ts';
import { mutationId, settleMutation } from '../../api/mutation-id.ts';
import { uploadFile } from '../imports/upload/upload.ts';
import { type BatchRecord, receiveResult } from './payment-batches.graphql.ts';

const key = 'resources.payment-batches';

/** Uploads a file of results and has it taken in; a refusal of the whole file is told as it is. */
export function ReceiveButton({ batch }: { batch: BatchRecord }) {
  const translate = useTranslate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);

  const receive = async (file: File) => {
    const countyCode = batch.divisionCode.slice(0, 6);
    const fileId = await uploadFile(file, countyCode, () => undefined, new AbortController().signal);
    const operation = `receivePaymentResult ${batch.id}`;
    const values = { paymentBatchId: batch.id, fileId };
    const clientMutationId = mutationId(operation, values);
    const { receivePaymentResult } = await request(receiveResult, { input: { ...values, clientMutationId } });
    settleMutation(operation);
    await queryClient.invalidateQueries();
    notify(`${key}.received`, {
      type: 'success',
      messageArgs: { total: receivePaymentResult.resultFile?.total ?? 0 },
    });
  };
  const pick = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    await receive(file).catch((error: unknown) =>
      notify(error instanceof Error ? error.message : String(error), { type: 'error' }),
    );
    setBusy(false);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".txt,.csv,.xlsx"
        hidden
        onChange={(event) => {
          void pick(event.target.files?.[0]);
          // Allows picking the same file again.
          event.target.value = '';
        }}
      />
      <Button size="small" variant="contained" disabled={isBusy} onClick={() => input.current?.click()}>
        {translate(isBusy ? `${key}.uploading` : `${key}.upload`)}
      </Button>
    </>
  );
}
