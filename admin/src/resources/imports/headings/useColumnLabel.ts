import { useRecordContext, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import type { ImportNeed } from '#schema/codes/imports/import-needs.ts';
import type { Batch, Columns } from '../batch.ts';

/** The kind of list that the page is about: that of its batch, or the one chosen for an upload. */
function useKind(): ImportKind | undefined {
  const form = useFormContext<{ kind?: ImportKind }>();
  return useRecordContext<Batch>()?.kind ?? form?.watch('kind');
}

/** The label of a column key on the screens; keys of lists about money may be those of other lists too. */
export function useColumnLabel(): (key: string, kind?: ImportKind) => string {
  const translate = useTranslate();
  const kindHere = useKind();
  return (key, kind = kindHere) => {
    const word = translate(`resources.imports.columns.${key}`, { _: key });
    return translate(`resources.imports.columnsOf.${kind}.${key}`, { _: word });
  };
}

/** What a sheet must contain, with all accepted alternatives. */
export function useNeedLabel(): (need: ImportNeed, kind?: ImportKind) => string {
  const translate = useTranslate();
  const label = useColumnLabel();
  return (need, kind) => {
    const columns = need.map((keys) => keys.map((key) => label(key, kind)).join(' + ')).join(' / ');
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
