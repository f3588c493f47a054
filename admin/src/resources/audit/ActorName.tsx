import { useRecordContext, useTranslate } from 'react-admin';

/** What the server does of itself stands in the trail under this name, in whatever language it is read. */
const SYSTEM = 'system';

/** Who did what the record around it tells of. */
export function ActorName() {
  const record = useRecordContext();
  const translate = useTranslate();
  const name: string = record?.actorName ?? '';
  return name === SYSTEM ? translate('resources.audit.system') : name;
}
