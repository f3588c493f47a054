import { useRecordContext, useTranslate } from 'react-admin';

/** Audit events of no county are chained under this code. */
const NO_COUNTY = '000000';

/** The county by its code, or the words for the whole country. */
export function CountyOfEvent() {
  const record = useRecordContext();
  const translate = useTranslate();
  const code: string = record?.countyCode ?? '';
  return code === NO_COUNTY ? translate('resources.audit.noCounty') : code;
}
