import { useRecordContext } from 'react-admin';
import { FundLevel, ReissueStatus } from '#schema/codes/money/document.codes.ts';
import { FieldText } from '../../shared/display/FieldText.tsx';
import { declareFields } from '../../shared/fields/declare-fields.tsx';
import { code, money, text, yesNo } from '../../shared/fields/kinds.tsx';
import { PageLink } from '../../shared/record/RecordLink.tsx';
import type { FundLineRecord } from './fund-lines.graphql.ts';

export const lineField = declareFields({
  level: code(FundLevel),
  task: text,
  isDirect: yesNo,
  projectCode: text,
  functionCode: text,
  economicCode: text,
  amount: money,
  statedAllocated: money,
  statedDisbursed: money,
  statedPaid: money,
  reissue: code(ReissueStatus),
  isPosted: yesNo,
  note: text,
});

export function DocumentOfLine() {
  const line = useRecordContext<FundLineRecord>();
  return <PageLink resource="fund-documents" id={line?.document?.id} text={line?.document?.number ?? '—'} />;
}

/** The line that it may be once more, or takes back from. */
export function TiedLine({ by }: { by: 'reissueOf' | 'reduces' }) {
  const tied = useRecordContext<FundLineRecord>()?.[by];
  if (!tied) return <FieldText>—</FieldText>;
  return <PageLink resource="fund-documents" id={tied.document?.id} text={tied.document?.number ?? '—'} />;
}
