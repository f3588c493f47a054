import { useRecordContext } from 'react-admin';
import { CadreStatus } from '#schema/codes/organization.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { StatusChip } from '../../shared/display/StatusChip.tsx';

export function CadreStatusField() {
  const cadre = useRecordContext();
  const label = useCodeLabel(CadreStatus);
  if (!cadre) return null;
  return <StatusChip tone={cadre.status === 'ACTIVE' ? 'good' : 'off'} label={label(cadre.status)} />;
}
