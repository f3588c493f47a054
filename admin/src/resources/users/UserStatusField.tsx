import { useRecordContext } from 'react-admin';
import { UserStatus } from '#schema/codes/user.codes.ts';
import { useCodeLabel } from '../../shared/codes/codes.ts';
import { StatusChip } from '../../shared/display/StatusChip.tsx';

export function UserStatusField() {
  const record = useRecordContext();
  const label = useCodeLabel(UserStatus);
  if (!record) return null;
  return <StatusChip tone={record.status === 'ACTIVE' ? 'good' : 'off'} label={label(record.status)} />;
}
