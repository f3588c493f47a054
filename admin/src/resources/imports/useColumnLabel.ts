import { useTranslate } from 'react-admin';
import type { Columns } from './batch.ts';

/** What a column key means in the words of the screens. */
export function useColumnLabel(): (key: string) => string {
  const translate = useTranslate();
  return (key) => translate(`resources.imports.columns.${key}`, { _: key });
}

/** A column as the user knows it: by the heading of their own sheet, with its letter. */
export function useSheetColumn(columns: Columns | undefined): (key: string) => string {
  const label = useColumnLabel();
  const found = new Map(columns?.recognised.map((one) => [one.key, one]));
  return (key) => {
    const column = found.get(key);
    return column ? `${column.column} ${column.heading}` : label(key);
  };
}
