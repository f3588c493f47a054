import { useRecordContext, useTranslate } from 'react-admin';

/** What belongs to no county is chained under this code. */
const NO_COUNTY = '000000';

/** By its code; in words where it is the whole country. */
export function CountyOfEvent() {
  const record = useRecordContext();
  const translate = useTranslate();
  const code: string = record?.countyCode ?? '';
  return code === NO_COUNTY ? translate('resources.audit.noCounty') : code;
}
