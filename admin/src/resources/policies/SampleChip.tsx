import { useRecordContext, useTranslate } from 'react-admin';
import { StatusChip } from '../../shared/display/StatusChip.tsx';
import { fieldLabel } from '../../shared/fields/labels.ts';

/** Says of a policy that came with the system that it is an example. */
export function SampleChip() {
  const translate = useTranslate();
  const record = useRecordContext();
  if (!record?.isSample) return null;
  return <StatusChip tone="waiting" label={translate(fieldLabel('policies', 'isSample'))} />;
}
