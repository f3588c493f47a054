import { useRecordContext } from 'react-admin';
import { ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { StatusChip } from '../../shared/display/StatusChip.tsx';
import { type Batch, IMPORT_TONES } from './batch.ts';

export function ImportStatusField() {
  const batch = useRecordContext<Batch>();
  const label = useCodeLabel(ImportStatus);
  if (!batch) return null;
  return <StatusChip tone={IMPORT_TONES[batch.status] ?? 'neutral'} label={label(batch.status)} />;
}
