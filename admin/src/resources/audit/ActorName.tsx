import { useRecordContext, useTranslate } from 'react-admin';

/** Actor name of what the server does by itself, in every language. */
const SYSTEM = 'system';

/** The actor of the record around it. */
export function ActorName() {
  const record = useRecordContext();
  const translate = useTranslate();
  const name: string = record?.actorName ?? '';
  return name === SYSTEM ? translate('resources.audit.system') : name;
}
