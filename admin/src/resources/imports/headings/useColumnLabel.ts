import { useTranslate } from 'react-admin';
import type { ImportNeed } from '#schema/codes/imports/import-needs.ts';
import type { Columns } from '../batch.ts';

/** The label of a column key on the screens. */
export function useColumnLabel(): (key: string) => string {
  const translate = useTranslate();
  return (key) => translate(`resources.imports.columns.${key}`, { _: key });
}

/** What a sheet must contain, with all accepted alternatives. */
export function useNeedLabel(): (need: ImportNeed) => string {
  const translate = useTranslate();
  const label = useColumnLabel();
  return (need) => {
    const columns = need.map((keys) => keys.map(label).join(' + ')).join(' / ');
    return need.length > 1 ? translate('resources.imports.oneOf', { columns }) : columns;
  };
}

/** A column by the heading of the user's own sheet, with its letter. */
export function useSheetColumn(columns: Columns | undefined): (key: string) => string {
  const label = useColumnLabel();
  const found = new Map(columns?.recognised.map((one) => [one.key, one]));
  return (key) => {
    const column = found.get(key);
    return column ? `${column.column} ${column.heading}` : label(key);
  };
}
